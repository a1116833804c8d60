import type { RequirementId } from '../../spec/requirements.ts';
import type { VerdictKind } from '../../verdicts/verdict.ts';
import type { Finding } from '../checking/finding.ts';
import type { Remark } from '../checking/remark.ts';
import type { BrokenRequirements } from '../step.ts';

/** Remarks in words, each once. */
export type ReasonWriter = (remarks: readonly Remark[]) => readonly string[];

/** The mark of a blamed requirement whose row is hidden. */
export const notSelected = ' (not selected)';

/** The knowledge about the rows when their remarks are written. */
export interface KnownOfRows {
  /** The verdict of every requirement that was judged. */
  readonly kinds: ReadonlyMap<string, VerdictKind>;
  readonly findings: ReadonlyMap<RequirementId, Finding>;
  /** The requirements whose rows the report shows. */
  readonly selected: ReadonlySet<RequirementId>;
}

/**
 * Writes remarks so that they never contradict the report. Of the requirements that may be to blame, it names the first that
 * fails, otherwise the first that could not be judged for a reason that does not lead back here, but never a passing one.
 */
export function reasonWriterOf(known: KnownOfRows): ReasonWriter {
  const { selected } = known;
  const told = ({ about, reason, by }: Remark): string => {
    const named = by === undefined ? undefined : blamed(by, known, new Set());
    const hidden = named === undefined || selected.has(named) ? '' : notSelected;
    const seen = by === undefined || named !== undefined ? reason : `${reason}; no other row shows it`;
    return `${about === undefined ? '' : `${about}: `}${named === undefined ? '' : `blocked by ${named}${hidden}: `}${seen}`;
  };
  return (remarks) => [...new Set(remarks.map(told))];
}

function blamed(
  by: BrokenRequirements,
  known: KnownOfRows,
  asked: ReadonlySet<RequirementId>,
): RequirementId | undefined {
  const fails = by.find((id) => ['fail', 'broken'].includes(known.kinds.get(id) ?? ''));
  return fails ?? by.find((id) => stands(id, known, asked));
}

/** Whether a requirement that does not fail may still be to blame: its verdict is open, and not only because of the row that blames it. */
function stands(id: RequirementId, known: KnownOfRows, asked: ReadonlySet<RequirementId>): boolean {
  const { kinds, findings, selected } = known;
  if (asked.has(id)) return false;
  const kind = kinds.get(id);
  if (kind === undefined) return !selected.has(id);
  if (kind !== 'inconclusive') return false;
  const { doubts = [], runs = 0 } = findings.get(id) ?? {};
  if (doubts.length === 0) return runs > 0 || !findings.has(id);
  return doubts.some(({ by }) => by === undefined || blamed(by, known, new Set([...asked, id])) !== undefined);
}
