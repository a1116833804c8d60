import { type Counts, isAstray, isDoubtful } from '../verdicts/acceptance-map.ts';
import { figures } from '../verdicts/headline.ts';
import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Result } from '../verdicts/result.ts';
import type { FailingSince } from '../verdicts/trend.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import { whyUndecided } from '../verdicts/why-undecided.ts';
import { coverageLines } from './coverage.ts';
import { curl, replayCommand, requestIds } from './finding.ts';
import { ledgerLine } from './ledger.ts';
import { classMarks, type FailedRow, failures, kindWords, marks, reasons } from './rows.ts';
import { stateLines } from './states.ts';
import { linkOf, place, shown, visible } from './text.ts';
import { trendLine } from './trend.ts';

/** The number of failures with a curl line, because GitHub limits a comment to 65,536 characters. */
const curls = 20;
/** The most ids in a line. */
const ids = 12;
/** The most lines of the grid of states, and the most names in one of its cells: `report.html` has them all. */
const glance = 8;
const few = 4;

/**
 * `report.md`, for the summary of a CI job or a comment. Text from outside stands in code, inline or fenced: there is
 * no markup in code, and no name is a mention or address a link. It has no HTML.
 */
export function markdown(result: Result, since?: FailingSince): string {
  const { class: verdict, summary } = overallVerdict(result);
  const reason = whyUndecided(result, verdict);
  const failed = failures(result.rows);
  const blocks = [
    `## ${classMarks[verdict]} ${figures(result, verdict)}`,
    ...(reason === null ? [] : [`Why: ${code(reason)}`]),
    facts(result),
    ...(failed.length === 0
      ? []
      : ['### Failures', failureTable(failed, since), ...failed.slice(0, curls).flatMap(repeat)]),
    ...(failed.length <= curls ? [] : [`\`report.html\` shows how to repeat the other ${failed.length - curls}.`]),
    ...unjudged(result),
    '### Counts',
    counts(summary),
    ...states(result),
    ...coverageLines(result).map(code),
    ledger(result),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function facts({
  suite,
  contract,
  target,
  seed,
  challenge,
  startedAt,
  durationMs,
  interrupted,
  partial,
}: Result): string {
  const extent = interrupted ? ' Interrupted.' : partial ? ' Not everything was selected or run.' : '';
  const unparsed = contract.unparsed === 0 ? '' : ` ${contract.unparsed} sentences of the page were not understood.`;
  const by = challenge === null ? '' : ` by the challenge ${code(challenge)}`;
  return [
    `${code(target.url)}${target.project === null ? '' : `, project ${code(target.project)},`} by the contract ${code(contract.id)} (sha256 ${code(contract.sha256.slice(0, 12))}),`,
    `${code(`${suite.name} ${suite.version}`)}, seed ${code(String(seed))}${by},`,
    `${(durationMs / 1000).toFixed(1)} s from ${code(startedAt)}.${extent}${unparsed}`,
  ].join('\n');
}

function failureTable(failed: readonly FailedRow[], since: FailingSince | undefined): string {
  const lines = failed.map(({ row, found }) => [
    `${marks.fail} ${cell(row.id)}`,
    row.level,
    cell(found.complaint),
    row.clauses.length === 0 ? '–' : placesOf(row.clauses),
    ...(since === undefined ? [] : [trendLine(since.get(row.id)) ?? '–']),
  ]);
  const trend = since === undefined ? [] : ['since'];
  return table(['requirement', 'level', 'complaint', 'on the page', ...trend], lines);
}

/** The places of clauses, linked to the page if its URL is known. */
function placesOf(clauses: FailedRow['row']['clauses']): string {
  if (clauses.every((clause) => linkOf(clause) === undefined)) return cell(clauses.map(place).join('; '));
  return clauses
    .map((clause) => {
      const link = linkOf(clause);
      return link === undefined ? cell(place(clause)) : `[${cell(place(clause))}](<${link}>)`;
    })
    .join('; ');
}

/** The requirement, and the command that reproduces the failure. */
function repeat({ row, found }: FailedRow): readonly string[] {
  const command = curl(found.curl);
  const fence = '`'.repeat(Math.max(3, longestRun(command) + 1));
  const ids = requestIds(found.response).map(code);
  return [
    `${code(row.id)}: ${code(`${row.level} ${row.statement}`)}${ids.length === 0 ? '' : ` (answered with ${ids.join(' ')})`}`,
    `Its volume is gone. ${code(replayCommand(row.id))} sets up another one; \`DIR\` is the folder of this report. By hand:`,
    `${fence}sh\n${command}\n${fence}`,
  ];
}

function unjudged({ rows }: Result): readonly string[] {
  const all = reasons(rows);
  if (all.length === 0) return [];
  const lines = all.map(({ kind, reason, ids: names }) => [
    `${marks[kind]} ${kindWords[kind]}`,
    cell(reason),
    `${names.slice(0, ids).map(cell).join(' ')}${names.length > ids ? ` and ${names.length - ids} more` : ''}`,
  ]);
  return ['### Not judged', table(['verdict', 'reason', 'requirement'], lines)];
}

function counts(summary: Readonly<Record<VerdictKind, number>>): string {
  const kinds = Object.keys(marks) as VerdictKind[];
  return table(
    ['verdict', 'requirements'],
    kinds.map((kind) => [`${marks[kind]} ${kindWords[kind]}`, String(summary[kind])]),
  );
}

/** The answers to valid sizes in each state, as far as they fit at a glance. */
function states({ survey }: Result): readonly string[] {
  const lines = stateLines(survey);
  if (lines.length === 0 || lines.length > glance) return [];
  const list = (names: readonly string[]) =>
    names.length > few
      ? `${names.slice(0, few).map(cell).join(' ')} and ${names.length - few} more`
      : names.map(cell).join(' ');
  const rows = lines.map(({ statuses, servers, unshared, shared }) => [
    list(statuses),
    servers.length === 0 ? '–' : list(servers.map((set) => set.join(' + '))),
    came(unshared),
    came(shared),
  ]);
  return ['### States', table(['volume', 'servers', 'unshared', 'shared'], rows)];
}

function came(counts: Counts | undefined): string {
  if (counts === undefined) return '–';
  const { expected, accepted, refused } = counts;
  const told = [accepted > 0 ? `accepted ${accepted}` : '', refused > 0 ? `refused ${refused}` : ''].filter(Boolean);
  const answers = told.join(', ');
  const wanted = expected === 'open' ? '' : `, expected to ${expected}`;
  if (isAstray(counts)) return `${marks.fail} ${answers}${wanted}: fails ${(counts.fails ?? []).map(cell).join(' ')}`;
  if (isDoubtful(counts)) return `${marks.inconclusive} ${answers}${wanted}, and not held against the state`;
  return `${expected === 'open' ? '○' : marks.pass} ${answers}`;
}

function ledger({ ledger }: Result): string {
  const { left } = ledger;
  const kept = left.slice(0, ids).map(({ volume, reason }) => `- left behind: ${code(volume)}: ${code(reason)}`);
  const more = left.length > ids ? [`- and ${left.length - ids} more`] : [];
  return [ledgerLine(ledger), ...(left.length === 0 ? [] : ['', ...kept, ...more])].join('\n');
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');
}

/** A text as inline code: one line, bounded, between backticks that exceed any run of backticks inside. */
function code(text: string): string {
  const fit = shown(visible(text), 400);
  if (fit.trim() === '') return '`(empty)`';
  const ticks = '`'.repeat(longestRun(fit) + 1);
  // a space on either side is not part of the code: it separates the text's own backticks and spaces from the fence
  const inside = /^[` ]|[` ]$/.test(fit) ? ` ${fit} ` : fit;
  return ticks + inside + ticks;
}

/**
 * The same in a cell of a table. A cell ends at a pipe without a backslash or, for some readers, at one after an even
 * number of them, so a pipe after a backslash of the text is spelled out.
 */
function cell(text: string): string {
  return code(text).replace(/\\*\|/g, (found) => (found === '|' ? '\\|' : `${found.slice(0, -1)}\\u007c`));
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
