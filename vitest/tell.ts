import type { TestContext } from 'vitest';
import type { Decision } from '../main/baseline.ts';
import { folderWord } from '../main/shell-word.ts';
import { finding, replayCommand } from '../reports/finding.ts';
import { shown } from '../reports/text.ts';
import type { Row } from '../verdicts/result.ts';

/** What a message has to know of the run, to say how a failure is seen again. */
interface Repeating {
  /** The folder that the report is written to, if it is. */
  readonly report: string | undefined;
  /** Whether the target is an app of this process. */
  readonly isApp?: boolean;
}

/** Turns a row into the outcome of a test: red exactly if the exit code is not 0 because of it, expected failures aside. */
export function tell(
  row: Row,
  { counting, excused, stale }: Decision,
  skip: TestContext['skip'],
  repeating: Repeating,
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
    const lines = finding(row, counterexample).map(
      ({ label, text }) => `${label}: ${label === 'again' ? again(row.id, counterexample.seed, repeating) : text}`,
    );
    throw new NotConformant([complaint, ...lines].join('\n'));
  }
  const reason = `${verdict.kind}: ${shown(verdict.reason)}`;
  const isOpen = verdict.kind === 'inconclusive' && level === 'MUST' && !excused.has(row.id);
  if (verdict.kind === 'broken' || isOpen) throw new NotConformant(reason);
  skip(reason);
}

/** How a failure is seen again. A run in code need not have a report, and always has a seed. */
function again(id: string, seed: number, { report, isApp = false }: Repeating): string {
  const drawn = `seed ${seed} draws it again`;
  // the address of the curl line, and of the report, was the app's for the run only
  if (isApp)
    return `${drawn}: give the options seed: ${seed}, then npx vitest run -t ${id}  # the app is at another address`;
  return report === undefined ? drawn : `${drawn}; ${replayCommand(id, folderWord(report))} sends it to a new volume`;
}

/** A verdict as a failed test; where it was thrown says nothing, so it has no stack. */
class NotConformant extends Error {
  override readonly name = 'NotConformant';
  override readonly stack = '';
}
