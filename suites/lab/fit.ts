import type { Case, Recipe } from '../../generators/case.ts';
import { type Quantity, quantity, render } from '../../generators/quantity.ts';
import { caseOf, type Sized } from './extend.ts';
import type { Run } from './run.ts';
import { Unavailable } from './subject.ts';

/** What of a run decides how recipes are fitted. */
export type Fitter = Pick<Run, 'oracle' | 'room'> & {
  readonly target: { readonly custody: Pick<Run['target']['custody'], 'keeps'> };
};

/**
 * A recipe for a growth, fitted to the volume: a size that is none of a growth on it, or that the target declares to have
 * no room for, is replaced by the nearest that is.
 */
export function fitting<T extends Pick<Recipe, 'body' | 'size'>>(run: Fitter, subject: Sized, recipe: T): T {
  const expectation = run.oracle(caseOf(run, subject, recipe));
  const { tail, form } = recipe.size;
  if (expectation.kind === 'refuse') return { ...recipe, size: quantity('current', 1, { tail, form }) };
  return withinRoom(run, subject, recipe);
}

/**
 * A recipe whose size is none that the target declares to have no room for; what is over the page's maximum is sent. On
 * volumes that are not replaced growth is spent for good: the first large size would leave all other checks without room.
 */
export function withinRoom<T extends Pick<Recipe, 'body' | 'size'>>(run: Fitter, subject: Sized, recipe: T): T {
  const { ceiling, maximum, full } = run.room;
  const current = subject.now.size;
  const asked = Math.trunc(Number(render(recipe.size, { current, maximum, ceiling })));
  if (run.target.custody.keeps && asked > current + small && asked <= (maximum ?? asked)) {
    const { tail, form } = recipe.size;
    return {
      ...recipe,
      size: quantity('current', Math.min(asked - current, frugal(ceiling - current)), { tail, form }),
    };
  }
  if (asked <= ceiling || asked > (maximum ?? Number.POSITIVE_INFINITY) || (full && asked === maximum)) return recipe;
  return { ...recipe, size: inRoom(recipe.size, subject.now.size < ceiling) };
}

/** Throws `Unavailable` rather than send what would make a volume that is not replaced larger than its owner allows. */
export function keepToBudget(run: Run, case_: Case): void {
  const { ceiling } = run.room;
  if (!run.target.custody.keeps) return;
  const expectation = run.oracle(case_);
  const size = expectation.kind === 'accept' || expectation.kind === 'open' ? (expectation.size ?? 0) : 0;
  if (size > ceiling) throw new Unavailable(`the ${ceiling} GB of room are used up`, 'budget');
}

/** So many extensions are to find room on a volume that is not replaced, these small ones (in GB) aside. */
const extensionsAVolume = 128;
const small = 2;
const frugal = (room: number): number => Math.max(1, Math.floor(room / extensionsAVolume));

const inRoom = ({ tail, form }: Quantity, hasRoom: boolean): Quantity =>
  hasRoom ? quantity('ceiling', 0, { tail, form }) : quantity('current', 1, { tail, form });
