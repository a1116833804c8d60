import type { MappedFailure } from '../../../engine/acceptance-mapper.ts';
import type { Contract } from '../../../spec/contract.ts';
import { findClause } from '../../../spec/parts.ts';
import { type Counts, type Expected, isOff, type StatePoint } from '../../../verdicts/acceptance-map.ts';
import type { SizePlace } from './size-points.ts';

/** The state of a volume and of its servers. */
export type State = Omit<StatePoint, keyof Counts>;

/** A requirement that fails, and where the case that shows it stands in the pictures. */
export interface FailedPlace {
  readonly id: string;
  /** What its request had to come to: of other requests at the same place it says nothing. */
  readonly expected: Expected;
  /** Undefined where it stands in no drawing of sizes. */
  readonly size: SizePlace | undefined;
  readonly state: State | undefined;
}

/** Where a failure shows: what is said of sizes in the drawings of sizes, and what is said of states in their grid. */
export function placeOfFailure(
  { id, step }: MappedFailure,
  sizeOf: (shown: MappedFailure['step']) => SizePlace | undefined,
  stateOf: (shown: MappedFailure['step']['case']) => State,
  expectedOf: (shown: MappedFailure['step']) => Expected,
): FailedPlace {
  const size = /^(size|decimal)\./.test(id) ? sizeOf(step) : undefined;
  return { id, expected: expectedOf(step), size, state: id.startsWith('state.') ? stateOf(step.case) : undefined };
}

/** The failing requirements that show in a size point: those that judge its counts, and those that one of its cases shows. */
export function failuresAtSize(point: SizePlace & Counts, failed: readonly FailedPlace[]): readonly string[] {
  const judges = isOff(point) ? judgesOfSize(point) : [];
  return failed
    .filter(
      ({ id, size, expected }) =>
        judges.includes(id) || (expected === point.expected && (size && placeKey(size)) === placeKey(point)),
    )
    .map(({ id }) => id);
}

/** The same for a state; `clauses`: those that rule it out, or that leave open whether they do. */
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

/** The requirements by which a request of this size is accepted or refused; a fraction is also judged by its integer part. */
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
  // some are refused, and grow all the same
  return [...[...clauses].flatMap((id) => findClause(contract, id)?.requirement ?? []), 'effect.refusal'];
}
