import type { TestContext } from 'vitest';
import type { Decision } from '../main/baseline.ts';
import { finding } from '../reports/finding.ts';
import { shown } from '../reports/text.ts';
import type { Row } from '../verdicts/result.ts';

/** What a test makes of a row: red exactly where the exit code is not 0 for it, or would not be but for what is expected. */
export function tell(row: Row, { counting, excused, stale }: Decision, skip: TestContext['skip']): void {
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
    const lines = finding(row, counterexample).map(({ label, text }) => `${label}: ${text}`);
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
