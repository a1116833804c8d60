import type { RequirementId } from '../../spec/requirements.ts';
import type { Ownership } from '../ownership.ts';
import type { Finding } from './finding.ts';

/** The knowledge about the rows during a run. */
interface KnownSoFar {
  readonly operation: Ownership;
  /** Its own cases, or the answers to others. */
  readonly failureOf: (id: RequirementId) => Finding['failure'];
}

/** Why a run is over if the plainest valid request did not work. */
const hopeless = ({ effect }: Ownership, what: string): string =>
  `stopped: a plain, valid ${effect.words.request} ${what}, and nothing else can be judged`;

/**
 * Why a run is over when the plainest valid request did not work because of one of these requirements; undefined if
 * none of them fails. Nothing passes then, because a server that refuses everything would give the same refusals.
 */
export function whyHopeless(by: readonly RequirementId[], { operation, failureOf }: KnownSoFar): string | undefined {
  const id = by.find((one) => failureOf(one) !== undefined);
  return id && hopeless(operation, `does not work (${id} fails: ${failureOf(id)?.complaint.text})`);
}

/** The same if it was never judged, because it had no usable answer. */
export function whyLost(finding: Finding, lost: string | undefined, operation: Ownership): string | undefined {
  return lost !== undefined && finding.runs === 0 ? hopeless(operation, `was not served (${lost})`) : undefined;
}

/** The requirements that a smoke test rests on which was judged not once, the most telling first. */
export function restsOn({ runs, doubts }: Finding): readonly RequirementId[] {
  return runs > 0 ? [] : [...new Set(doubts.flatMap(({ by = [] }) => by))];
}
