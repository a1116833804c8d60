import type { MappedFailure } from '../../../engine/acceptance-mapper.ts';
import type { Contract } from '../../../spec/contract.ts';
import { findClause } from '../../../spec/parts.ts';
import { type Counts, type Expected, isOff, type StatePoint } from '../../../verdicts/acceptance-map.ts';
import type { SizePlace } from './size-points.ts';

/** The state of a volume and of its servers. */
export type State = Omit<StatePoint, keyof Counts>;

/** A failed requirement, and the place in the pictures of the case that shows it. */
export interface FailedPlace {
  readonly id: string;
  /** The expected decision on its request: about other requests at the same place the failure says nothing. */
  readonly expected: Expected;
  /** Undefined if it has no place in a drawing of sizes. */
  readonly size: SizePlace | undefined;
  readonly state: State | undefined;
}

/**
 * The place of a failure: requirements about sizes show in the drawings of sizes, requirements about states in their
 * grid.
 */
export function placeOfFailure(
  { id, step }: MappedFailure,
  sizeOf: (shown: MappedFailure['step']) => SizePlace | undefined,
  stateOf: (shown: MappedFailure['step']['case']) => State,
  expectedOf: (shown: MappedFailure['step']) => Expected,
): FailedPlace {
  const size = /^(size|decimal)\./.test(id) ? sizeOf(step) : undefined;
  return { id, expected: expectedOf(step), size, state: id.startsWith('state.') ? stateOf(step.case) : undefined };
}

/** The failed requirements of a size point: those that judge its counts, and those with a case at this point. */
export function failuresAtSize(point: SizePlace & Counts, failed: readonly FailedPlace[]): readonly string[] {
  const judges = isOff(point) ? judgesOfSize(point) : [];
  return failed
    .filter(
      ({ id, size, expected }) =>
        judges.includes(id) || (expected === point.expected && (size && placeKey(size)) === placeKey(point)),
    )
    .map(({ id }) => id);
}

/** The same for a state; `clauses` rule the state out, or leave open whether they do. */
export function failuresAtState(
  point: State & Counts,
  clauses: ReadonlySet<string>,
  failed: readonly FailedPlace[],
  contract: Contract,
): readonly string[] {
  const judges = isOff(point) ? judgesOfState(point, clauses, contract) : [];
  return failed
    .filter(
      ({ id, state, expected }) =>
        judges.includes(id) || (expected === point.expected && (state && stateKey(state)) === stateKey(point)),
    )
    .map(({ id }) => id);
}

export const placeKey = ({ landmark, offset }: SizePlace): string => `${landmark} ${offset}`;

export const stateKey = ({ status, multiattach, servers }: State): string =>
  JSON.stringify([status, multiattach, servers]);

/** The requirements that decide about a request of this size; a fraction is also judged by its integer part. */
function judgesOfSize({ landmark, offset, expected }: SizePlace & Counts): readonly string[] {
  const decimal = (id: string): readonly string[] => (offset.includes('.') ? [id] : []);
  if (expected === 'open') return [];
  if (expected === 'refuse')
    return landmark === 'maximum' ? ['size.over-maximum'] : [...decimal('decimal.lower-bound'), 'size.not-greater'];
  const isMaximum = landmark === 'maximum' && /^(0|\+0?\.)/.test(offset);
  if (isMaximum) return [...decimal('decimal.upper-bound'), 'size.maximum'];
  return [...decimal('decimal.accepted'), 'size.greater', 'state.available', 'operation.route'];
}

function judgesOfState(
  { expected, servers, multiattach }: State & Counts,
  clauses: ReadonlySet<string>,
  contract: Contract,
): readonly string[] {
  if (expected === 'accept') {
    const own = servers.length > 0 ? 'state.in-use' : multiattach ? 'state.available-shared' : 'state.available';
    return [own, 'operation.route'];
  }
  // some of these requests are refused, and the volume grows all the same
  return [...[...clauses].flatMap((id) => findClause(contract, id)?.requirement ?? []), 'effect.refusal'];
}
