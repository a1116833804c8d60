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
  const current = subject.now.size;
  const asked = Math.trunc(Number(render(recipe.size, { current, maximum, ceiling })));
  if (run.target.custody.keeps && asked > current && asked <= (maximum ?? ceiling)) {
    const { tail, form } = recipe.size;
    return {
      ...recipe,
      size: quantity('current', Math.min(asked - current, frugal(ceiling - current)), { tail, form }),
    };
  }
  if (asked <= ceiling || asked > (maximum ?? Number.POSITIVE_INFINITY) || (full && asked === maximum)) return recipe;
  return { ...recipe, size: inRoom(recipe.size, subject.now.size < ceiling) };
}

/** So many extensions are to find room on a volume that is not replaced; the largest of them, in GB. */
const extensionsAVolume = 128;
const frugal = (room: number): number => Math.max(1, Math.floor(room / extensionsAVolume));

const inRoom = ({ tail, form }: Quantity, hasRoom: boolean): Quantity =>
  hasRoom ? quantity('ceiling', 0, { tail, form }) : quantity('current', 1, { tail, form });
