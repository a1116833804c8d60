import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Result, Row } from '../verdicts/result.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import { finding } from './finding.ts';
import { type Paint, painter } from './paint.ts';
import { type FailedRow, failures, groups, marks, reasons } from './rows.ts';
import { shown } from './text.ts';

export interface ConsoleOptions {
  /** Colour codes around the marks; whether to is the command line's business (`NO_COLOR`, no terminal). */
  readonly colour: boolean;
  /** Columns of the terminal: statements are cut to fit, everything else wraps. */
  readonly width: number;
}

const paints = {
  pass: 'green',
  fail: 'red',
  inconclusive: 'yellow',
  'not-applicable': 'dim',
  broken: 'magenta',
} as const satisfies Record<VerdictKind, Paint>;

/** The summary that a person reads in the terminal: rows by group, then what went wrong, the headline last. */
export function terminal(result: Result, options: ConsoleOptions): string {
  const paint = painter(options.colour);
  const { class: verdict, headline } = overallVerdict(result);
  const { suite, contract, target, ledger } = result;
  const blocks = [
    [
      `${suite.name} ${suite.version} · ${contract.id} ${contract.sha256.slice(0, 12)} · ${shown(target.url, 200)}${target.project === null ? '' : `, project ${shown(target.project, 100)}`}`,
      `seed ${result.seed} · ${seconds(result.durationMs)}${processor(result)} · ${result.startedAt}`,
      ...(contract.unparsed > 0 ? [`${contract.unparsed} sentences of the page were not understood`] : []),
    ],
    ...table(result.rows, options.width, paint),
    ...failures(result.rows).map((one) => failure(one, paint)),
    ...unjudged(result.rows, paint),
    [
      `${ledger.requests} requests; ${ledger.volumesCreated} volumes created, ${ledger.volumesReturned} returned`,
      ...ledger.left.map((left) => paint('red', `  left behind: ${shown(left.volume, 100)}: ${shown(left.reason)}`)),
    ],
    [paint(verdict === 'conformant' ? 'green' : 'red', headline)],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What of the time was the suite's own, for whoever wonders whom to wait for. */
function processor({ processorMs, durationMs }: Result): string {
  if (processorMs === null || durationMs === 0) return '';
  return `, ${seconds(processorMs)} (${Math.round((100 * processorMs) / durationMs)} %) of it the suite's own processor time`;
}

/** One line a requirement, a block for each word before the point. */
function table(rows: readonly Row[], width: number, paint: ReturnType<typeof painter>): string[][] {
  const [ids, levels] = [rows.map((row) => row.id.length), rows.map((row) => row.level.length)];
  const columns = { id: Math.max(0, ...ids), level: Math.max(0, ...levels) };
  const room = Math.max(20, width - columns.id - columns.level - 6);
  const line = (row: Row): string => {
    const { kind } = row.verdict;
    const name = `${row.id.padEnd(columns.id)} ${row.level.padEnd(columns.level)}`;
    const statement = cut(shown(row.statement), room);
    const dull = kind === 'fail' && row.level !== 'MUST';
    return `${paint(dull ? 'yellow' : paints[kind], marks[kind])} ${name}  ${paint('dim', statement)}`;
  };
  return [...groups(rows).values()].map((group) => group.map(line));
}

const cut = (text: string, room: number): string => (text.length <= room ? text : `${text.slice(0, room - 1)}…`);

function failure({ row, found }: FailedRow, paint: ReturnType<typeof painter>): string[] {
  return [
    `${paint(row.level === 'MUST' ? 'red' : 'yellow', `${marks.fail} ${row.id}`)}  ${row.level} ${shown(row.statement)}`,
    `  ${paint('bold', shown(found.complaint))}`,
    ...finding(row, found).map(({ label, text }) => `  ${paint('dim', label.padEnd(6))} ${text}`),
  ];
}

function unjudged(rows: readonly Row[], paint: ReturnType<typeof painter>): string[][] {
  const lines = reasons(rows).flatMap(({ kind, reason, ids }) => {
    const mark = paint(paints[kind], marks[kind]);
    if (ids.length === 1) return [`${mark} ${ids[0]}: ${shown(reason)}`];
    return [`${mark} ${kind}, ${ids.length} rows: ${shown(reason)}`, `    ${ids.join(', ')}`];
  });
  return lines.length === 0 ? [] : [lines];
}
