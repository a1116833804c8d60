import type { Recipe } from '../../generators/case.ts';
import { type Quantity, quantity, render } from '../../generators/quantity.ts';
import { caseOf } from './extend.ts';
import type { Run } from './run.ts';
import type { Subject } from './subject.ts';

/**
 * A recipe for a growth, fitted to the volume: a size that is none of a growth on it, or that the target declares to have
 * no room for, is replaced by the nearest that is.
 */
export function fitting<T extends Pick<Recipe, 'body' | 'size'>>(run: Run, subject: Subject, recipe: T): T {
  const expectation = run.oracle(caseOf(run, subject, recipe));
  const { tail, form } = recipe.size;
  if (expectation.kind === 'refuse') return { ...recipe, size: quantity('current', 1, { tail, form }) };
  return withinRoom(run, subject, recipe);
}

/** A recipe whose size is none that the target declares to have no room for; what is over the page's maximum is sent. */
export function withinRoom<T extends Pick<Recipe, 'body' | 'size'>>(run: Run, subject: Subject, recipe: T): T {
  const { ceiling, maximum, full } = run.room;
  const asked = Math.trunc(Number(render(recipe.size, { current: subject.now.size, maximum, ceiling })));
  if (asked <= ceiling || asked > (maximum ?? Number.POSITIVE_INFINITY) || (full && asked === maximum)) return recipe;
  return { ...recipe, size: inRoom(recipe.size, subject.now.size < ceiling) };
}

const inRoom = ({ tail, form }: Quantity, hasRoom: boolean): Quantity =>
  hasRoom ? quantity('ceiling', 0, { tail, form }) : quantity('current', 1, { tail, form });
