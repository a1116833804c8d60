import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Result, Row } from '../verdicts/result.ts';
import type { FailingSince } from '../verdicts/trend.ts';
import { isSelected, partInWords } from '../verdicts/unselected.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import { alike } from './alike.ts';
import { coverageLines } from './coverage.ts';
import { type FindingLine, finding, replayCommand } from './finding.ts';
import { ledgerLine } from './ledger.ts';
import { type Paint, painter } from './paint.ts';
import { type FailedRow, failures, groups, kindWords, marks, reasons } from './rows.ts';
import { shown, wrapped } from './text.ts';
import { trendLine } from './trend.ts';

export interface ConsoleOptions {
  /** Whether to put colour codes around the marks; the command line decides (`NO_COLOR`, no terminal). */
  readonly colour: boolean;
  /** Columns of the terminal, at which statements wrap. */
  readonly width: number;
  /** Every row, every reason and every observation. */
  readonly verbose?: boolean | undefined;
  /**
   * The report's folder and the flags that name its target, in a shell's spelling, for commands to copy; absent: `DIR`.
   */
  readonly replay?: string | undefined;
  /** The time since which rows fail. */
  readonly since?: FailingSince | undefined;
}

const paints = {
  pass: 'green',
  fail: 'red',
  inconclusive: 'yellow',
  'not-applicable': 'dim',
  broken: 'magenta',
} as const satisfies Record<VerdictKind, Paint>;

type Painter = ReturnType<typeof painter>;

/**
 * The summary for people in the terminal: failures first, then a line for each level about the passes, the headline
 * last.
 */
export function terminal(result: Result, options: ConsoleOptions): string {
  const paint = painter(options.colour);
  const { class: verdict, headline } = overallVerdict(result);
  const { suite, contract, target, ledger, rows } = result;
  // a selection of a few requirements means that these are of interest
  const listed = options.verbose ? rows : partInWords(result).length > 0 ? rows.filter(isSelected) : [];
  const failed = failures(rows);
  const before = new Map(alike(failed).flatMap(([first, ...more]) => more.map(({ row }) => [row.id, first.row.id])));
  const blocks = [
    [
      `${suite.name} ${suite.version} · ${contract.id} ${contract.sha256.slice(0, 12)} · ${shown(target.url, 200)}${target.project === null ? '' : `, project ${shown(target.project, 100)}`}`,
      `seed ${result.seed} · ${seconds(result.durationMs)}${processor(result)} · ${result.startedAt}`,
      ...(contract.unparsed > 0 ? [`${contract.unparsed} sentences of the page were not understood`] : []),
    ],
    ...failed.map((one) => failure(one, options, paint, before.get(one.row.id))),
    ...table(listed, options.width, paint),
    [...(listed.length > 0 ? [] : passes(rows, paint)), ...unjudged(rows, options.verbose === true, paint)],
    [
      ledgerLine(ledger),
      ...coverageLines(result, options.verbose !== true),
      ...ledger.left.map((left) => paint('red', `  left behind: ${shown(left.volume, 100)}: ${shown(left.reason)}`)),
    ],
    [paint(verdict === 'conformant' ? 'green' : 'red', headline)],
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** The suite's own share of the time, which tells whether a long run is due to the target. */
function processor({ processorMs, durationMs }: Result): string {
  if (processorMs === null || durationMs === 0) return '';
  return `, ${seconds(processorMs)} (${Math.round((100 * processorMs) / durationMs)} %) of it the suite's own processor time`;
}

/** A line for each requirement, or more for a long statement; a block for each word before the point. */
function table(rows: readonly Row[], width: number, paint: Painter): string[][] {
  const [ids, levels] = [rows.map((row) => row.id.length), rows.map((row) => row.level.length)];
  const columns = { id: Math.max(0, ...ids), level: Math.max(0, ...levels) };
  const indent = columns.id + columns.level + 5;
  const line = (row: Row): string => {
    const { kind } = row.verdict;
    const name = `${row.id.padEnd(columns.id)} ${row.level.padEnd(columns.level)}`;
    const lines = wrapped(shown(row.statement), Math.max(20, width - indent));
    const statement = lines.map((text) => paint('dim', text)).join(`\n${' '.repeat(indent)}`);
    const dull = kind === 'fail' && row.level !== 'MUST';
    return `${paint(dull ? 'yellow' : paints[kind], marks[kind])} ${name}  ${statement}`;
  };
  return [...groups(rows).values()].map((group) => group.map(line));
}

/** The passes, in a line for each level: `✓ MUST      28 of 29 pass`. */
function passes(rows: readonly Row[], paint: Painter): readonly string[] {
  return (['MUST', 'SHOULD', 'advisory'] as const).flatMap((level) => {
    const all = rows.filter((row) => row.level === level && row.verdict.kind !== 'not-applicable');
    const passing = all.filter(({ verdict }) => verdict.kind === 'pass').length;
    return passing === 0
      ? []
      : [`${paint('green', marks.pass)} ${level.padEnd('advisory'.length)} ${passing} of ${all.length} pass`];
  });
}

/** `as`: the failure above that was answered alike, so that its answer and its curl line are not told again. */
function failure(
  failed: FailedRow,
  { verbose, replay, since }: ConsoleOptions,
  paint: Painter,
  as: string | undefined,
): string[] {
  const { row, found } = failed;
  const trend = trendLine(since?.get(row.id));
  const all = finding(row, found, replay).filter(({ isDetail }) => verbose || !isDetail);
  const lines = as === undefined || verbose ? all : all.flatMap((line) => briefly(line, failed, as, replay));
  return [
    `${paint(row.level === 'MUST' ? 'red' : 'yellow', `${marks.fail} ${row.id}`)}  ${row.level} ${shown(row.statement)}`,
    `  ${paint('bold', shown(found.complaint))}`,
    ...(trend === undefined ? [] : [`  ${paint('dim', 'since ')} ${trend}`]),
    ...lines.map(({ label, text }) => `  ${paint('dim', label.padEnd(6))} ${text}`),
  ];
}

function briefly(line: FindingLine, { row, found }: FailedRow, as: string, replay?: string): readonly FindingLine[] {
  const { label } = line;
  if (label === 'curl') return [];
  if (label === 'again') return [{ label, text: replayCommand(row.id, replay) }];
  const { response } = found;
  return [
    label === 'answer' && response !== null ? { label, text: `${response.status}, the same as for ${as}` } : line,
  ];
}

/** The number of ids that a folded line names. */
const named = 5;

/**
 * Rows without a verdict, in a line for each kind and reason; those that do not apply share one line, unless `verbose`
 * is set.
 */
function unjudged(rows: readonly Row[], verbose: boolean, paint: Painter): readonly string[] {
  const all = reasons(rows);
  const outside = all.filter(({ kind }) => kind === 'not-applicable').flatMap(({ ids }) => ids);
  const told = verbose ? all : all.filter(({ kind }) => kind !== 'not-applicable');
  const lines = told.map(({ kind, reason, ids }) => {
    const mark = paint(paints[kind], marks[kind]);
    if (ids.length === 1) return `${mark} ${ids[0]}: ${shown(reason)}`;
    const names = verbose || ids.length <= named ? `\n    ${ids.join(', ')}` : '';
    return `${mark} ${ids.length} ${kindWords[kind]}: ${shown(reason)}${names}`;
  });
  if (verbose || outside.length === 0) return lines;
  const some = outside.length > named ? `${outside.slice(0, named).join(', ')}, …` : outside.join(', ');
  return [...lines, `${paint('dim', marks['not-applicable'])} ${outside.length} not applicable: ${some}`];
}
