import type { TestContext } from 'vitest';
import type { Decision } from '../main/baseline.ts';
import { folderWord } from '../main/shell-word.ts';
import { finding, replayCommand } from '../reports/finding.ts';
import { shown } from '../reports/text.ts';
import type { Row } from '../verdicts/result.ts';

/**
 * Turns a row into the outcome of a test: red exactly if the exit code is not 0 because of it, expected failures aside.
 * `report`: the folder that the report is written to, if it is.
 */
export function tell(
  row: Row,
  { counting, excused, stale }: Decision,
  skip: TestContext['skip'],
  report: string | undefined,
): void {
  const { verdict, level } = row;
  if (verdict.kind === 'pass') {
    if (stale.has(row.id))
      throw new NotConformant('stale: it passes, and the baseline expects it to fail: remove it there');
    return;
  }
  if (verdict.kind === 'fail') {
    const { counterexample } = verdict;
    const complaint = shown(counterexample.complaint);
    if (!counting.has(row.id)) skip(`${level}, does not change the class: ${complaint}`);
    if (excused.has(row.id)) skip(`expected by the baseline: ${complaint}`);
    // a run in code need not have a report, and always has a seed
    const drawn = `seed ${counterexample.seed} draws it again`;
    const again =
      report === undefined ? drawn : `${drawn}; ${replayCommand(row.id, folderWord(report))} sends it to a new volume`;
    const lines = finding(row, counterexample).map(
      ({ label, text }) => `${label}: ${label === 'again' ? again : text}`,
    );
    throw new NotConformant([complaint, ...lines].join('\n'));
  }
  const reason = `${verdict.kind}: ${shown(verdict.reason)}`;
  const isOpen = verdict.kind === 'inconclusive' && level === 'MUST' && !excused.has(row.id);
  if (verdict.kind === 'broken' || isOpen) throw new NotConformant(reason);
  skip(reason);
}

/** A verdict as a failed test; where it was thrown says nothing, so it has no stack. */
class NotConformant extends Error {
  override readonly name = 'NotConformant';
  override readonly stack = '';
}
