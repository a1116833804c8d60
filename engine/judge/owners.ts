import type { Recipe } from '../../generators/case.ts';
import type { Room } from '../../generators/room.ts';
import { plainSize } from '../../generators/satisfy.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Twin } from '../complaint.ts';
import { type Step, type Suspects, subjectStep, type Trace } from '../step.ts';
import { looksAdded } from './expect.ts';

/**
 * The requirements by which a valid request has to be accepted: that of how its size is spelled, that of the volume's
 * state, that of the size. Which of them is broken where it is refused, the rows of all tell.
 */
export function ownersOf({ setup, size }: Pick<Recipe, 'setup' | 'size'>, room: Room): Suspects {
  return [...bySpelling(size), ...byState(setup), ...bySize({ setup, size }, room), 'operation.route'];
}

/** Whoever keeps a valid extension from ending at its size: it leaves another one, adds up, or grows another volume. */
export const sizeOwners: Suspects = ['effect.size', 'effect.absolute', 'effect.one-volume'];
const addedOwners: Suspects = ['effect.absolute', 'effect.size', 'effect.one-volume'];

/** The requirements of which a twin breaks one that was not answered as it had to be. */
export function brokenBy({ expects, recipe }: Twin, trace: Trace, room: Room): Suspects {
  const step = subjectStep(trace);
  if (expects === 'refused' || expects === 'untouched')
    return step.outcome === 'refused' ? ['effect.refusal'] : ['size.not-greater'];
  if (!isTaken(step)) return ownersOf(recipe, room);
  return trace.blocked?.by ?? (looksAdded(step) ? addedOwners : sizeOwners);
}

/** Whether a valid request was accepted, also by its job. */
export const isTaken = (step: Step): boolean => step.outcome === 'accepted' && step.ending !== 'failed';

/** The maximum itself is the one size that is measured from it and can be valid. */
const isAtMaximum = ({ base }: Recipe['size']): boolean => base === 'maximum';

function bySpelling(size: Recipe['size']): readonly RequirementId[] {
  if (size.form !== 'plain') return ['decimal.spelling'];
  if (size.tail === '') return [];
  return [isAtMaximum(size) ? 'decimal.upper-bound' : 'decimal.accepted'];
}

function byState({ servers, multiattach }: Recipe['setup']): readonly RequirementId[] {
  if (servers.length > 0) return ['state.in-use'];
  return multiattach ? ['state.available-shared'] : [];
}

function bySize({ setup, size }: Pick<Recipe, 'setup' | 'size'>, room: Room): readonly RequirementId[] {
  if (isAtMaximum(size)) return ['size.maximum'];
  const { base, plus } = plainSize(room.smallest, room);
  const plain = size.base === base && size.plus === plus && size.wrap === 0;
  return plain && setup.grown === 0 && setup.size === room.smallest ? [] : ['size.greater'];
}
