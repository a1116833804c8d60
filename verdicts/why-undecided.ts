import type { Class, Result, Row } from './result.ts';
import { isSelected } from './unselected.ts';

/** Why a run has no verdict on the service, and the requirement that says so; null where it is the run as a whole. */
export interface Undecided {
  readonly id: string | null;
  /** One line of bounded length. */
  readonly reason: string;
}

/** The same in one line: `<requirement>: no volume was available`. */
export function whyUndecided(result: Result, overall: Class): string | null {
  const found = undecidedBy(result, overall);
  if (found === null) return null;
  return found.id === null ? found.reason : `${found.id}: ${found.reason}`;
}

/**
 * Why a run has no verdict; null where it has one, and where an interruption or the choice of requirements is all there is
 * to say. Why the run ended early is said whatever it came to.
 */
export function undecidedBy({ stopped, rows, operation }: Result, overall: Class): Undecided | null {
  if (stopped !== null) return { id: null, reason: oneLine(stopped) };
  if (overall === 'conformant' || overall === 'non-conformant') return null;
  const kind = overall === 'broken' ? 'broken' : 'inconclusive';
  const found = rows.flatMap((row) => {
    const { verdict } = row;
    return verdict.kind === kind && isSelected(row) && verdict.reason !== interrupted
      ? [{ ...row, reason: verdict.reason }]
      : [];
  });
  const decides = ({ level }: Row): boolean => overall === 'broken' || level === 'MUST';
  // all else may rest on the smoke test
  const first = found.find(({ id }) => id === operation.smokeTest) ?? found.find(decides);
  return first === undefined ? null : { id: first.id, reason: oneLine(first.reason) };
}

/** What a row says that the caller's interruption cut off; the headline says so itself. */
const interrupted = 'interrupted';

/** What others said, where it is to stand in one line of ours. */
function oneLine(text: string): string {
  const plain = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ');
  return plain.length > longestReason ? `${plain.slice(0, longestReason).replace(/[\ud800-\udbff]$/, '')}…` : plain;
}

const longestReason = 300;
