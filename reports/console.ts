import type { Result, Row } from '../verdicts/result.ts';
import type { Counterexample, VerdictKind } from '../verdicts/verdict.ts';
import { finding } from './finding.ts';
import { type Paint, painter } from './paint.ts';
import { standing } from './standing.ts';
import { shown } from './text.ts';

export interface ConsoleOptions {
  /** Colour codes around the marks; whether to is the command line's business (`NO_COLOR`, no terminal). */
  readonly colour: boolean;
  /** Columns of the terminal: statements are cut to fit, everything else wraps. */
  readonly width: number;
}

const marks = {
  pass: { mark: '✓', paint: 'green' },
  fail: { mark: '✗', paint: 'red' },
  inconclusive: { mark: '?', paint: 'yellow' },
  'not-applicable': { mark: '–', paint: 'dim' },
  broken: { mark: '!', paint: 'magenta' },
} as const satisfies Record<VerdictKind, { mark: string; paint: Paint }>;

/** The summary that a person reads in the terminal: rows by group, then what went wrong, the headline last. */
export function terminal(result: Result, options: ConsoleOptions): string {
  const paint = painter(options.colour);
  const { class: verdict, headline } = standing(result);
  const { suite, contract, target, ledger } = result;
  const blocks = [
    [
      `${suite.name} ${suite.version} · ${contract.id} ${contract.sha256.slice(0, 12)} · ${shown(target.url, 200)}`,
      `seed ${result.seed} · ${seconds(result.durationMs)}${processor(result)} · ${result.startedAt}`,
      ...(contract.unparsed > 0 ? [`${contract.unparsed} sentences of the page were not understood`] : []),
    ],
    ...table(result.rows, options.width, paint),
    ...failures(result.rows, paint),
    ...reasons(result.rows, paint),
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
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const { mark, paint: colour } = marks[row.verdict.kind];
    const name = `${row.id.padEnd(columns.id)} ${row.level.padEnd(columns.level)}`;
    const statement = cut(shown(row.statement), room);
    const dull = row.verdict.kind === 'fail' && row.level !== 'MUST';
    const group = row.id.split('.')[0] ?? '';
    const line = `${paint(dull ? 'yellow' : colour, mark)} ${name}  ${paint('dim', statement)}`;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return [...groups.values()];
}

const cut = (text: string, room: number): string => (text.length <= room ? text : `${text.slice(0, room - 1)}…`);

/** What failed, the MUSTs first. */
function failures(rows: readonly Row[], paint: ReturnType<typeof painter>): string[][] {
  const weight = (row: Row) => (row.level === 'MUST' ? 0 : 1);
  return [...rows]
    .sort((one, other) => weight(one) - weight(other))
    .flatMap((row) => (row.verdict.kind === 'fail' ? [failure(row, row.verdict.counterexample, paint)] : []));
}

function failure(row: Row, found: Counterexample, paint: ReturnType<typeof painter>): string[] {
  return [
    `${paint(row.level === 'MUST' ? 'red' : 'yellow', `${marks.fail.mark} ${row.id}`)}  ${row.level} ${shown(row.statement)}`,
    `  ${paint('bold', shown(found.complaint))}`,
    ...finding(row, found).map(({ label, text }) => `  ${paint('dim', label.padEnd(6))} ${text}`),
  ];
}

/** Why rows have no verdict: a reason is told once, however many rows it stopped. */
function reasons(rows: readonly Row[], paint: ReturnType<typeof painter>): string[][] {
  const groups = new Map<string, { readonly kind: VerdictKind; readonly reason: string; readonly ids: string[] }>();
  for (const { id, level, verdict } of rows) {
    if (!('reason' in verdict)) continue;
    const { kind, reason } = verdict;
    const group = groups.get(`${kind} ${reason}`) ?? { kind, reason: shown(reason), ids: [] };
    groups.set(`${kind} ${reason}`, group);
    group.ids.push(level === 'SHOULD' || level === 'advisory' ? `${id} (${level})` : id);
  }
  const lines = [...groups.values()].flatMap(({ kind, reason, ids }) => {
    const mark = paint(marks[kind].paint, marks[kind].mark);
    if (ids.length === 1) return [`${mark} ${ids[0]}: ${reason}`];
    return [`${mark} ${kind}, ${ids.length} rows: ${reason}`, `    ${ids.join(', ')}`];
  });
  return lines.length === 0 ? [] : [lines];
}
