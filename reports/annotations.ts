import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Result } from '../verdicts/result.ts';
import { failures } from './rows.ts';
import { shown } from './text.ts';

/** The number of errors, and of warnings, that GitHub shows for a step. */
const most = 10;

/**
 * Workflow commands that show a run's failures on the job's page: errors for rows that count against it, warnings for
 * other rows that fail, and one error for a run without a verdict. `counts`: whether a failed row makes the command
 * fail.
 */
export function annotations(result: Result, counts: (id: string) => boolean): readonly string[] {
  const { class: verdict, headline } = overallVerdict(result);
  const all = failures(result.rows).map(({ row, found }) => ({
    kind: counts(row.id) ? ('error' as const) : ('warning' as const),
    title: `${row.id} (${row.level})`,
    text: shown(found.complaint),
  }));
  const undecided = verdict === 'incomplete' || verdict === 'broken';
  const whole = undecided ? [{ kind: 'error' as const, title: 'evs-conformance', text: headline }] : [];
  return (['error', 'warning'] as const).flatMap((kind) =>
    [...whole, ...all]
      .filter((one) => one.kind === kind)
      .slice(0, most)
      .map(({ title, text }) => `::${kind} title=${property(title)}::${data(text)}`),
  );
}

/** Escapes a text as the runner expects, so that it stays one command. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
