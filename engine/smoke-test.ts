import type { RequirementId } from '../spec/requirements.ts';
import type { Finding } from './finding.ts';
import type { Ownership } from './ownership.ts';

/** What is known of the rows while a run goes on. */
interface KnownSoFar {
  readonly operation: Ownership;
  /** Its own cases, or the answers to others. */
  readonly failureOf: (id: RequirementId) => Finding['failure'];
}

/** Why a run is over in which the plainest valid request came to nothing. */
const hopeless = ({ effect }: Ownership, what: string): string =>
  `stopped: a plain, valid ${effect.words.request} ${what}, and nothing else can be told`;

/**
 * Why a run is over when the plainest valid request came to nothing because of one of these requirements; undefined where
 * none of them fails. Nothing passes then, and no refusal can be told from that of a server that refuses everything.
 */
export function whyHopeless(by: readonly RequirementId[], { operation, failureOf }: KnownSoFar): string | undefined {
  const id = by.find((one) => failureOf(one) !== undefined);
  return id && hopeless(operation, `does not work (${id} fails: ${failureOf(id)?.complaint.text})`);
}

/** The same where it was judged not once, for it had no answer that decides anything. */
export function whyLost(finding: Finding, lost: string | undefined, operation: Ownership): string | undefined {
  return lost !== undefined && finding.runs === 0 ? hopeless(operation, `was not served (${lost})`) : undefined;
}

/** The requirements that a smoke test rests on which was judged not once, the most telling first. */
export function restsOn({ runs, doubts }: Finding): readonly RequirementId[] {
  return runs > 0 ? [] : [...new Set(doubts.flatMap(({ by = [] }) => by))];
}
