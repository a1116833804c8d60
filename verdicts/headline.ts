import type { Class, Passing, Result, Row, Spending } from './result.ts';

/** Why a row has no verdict that a smoke run does not try. */
export const notInSmoke = 'not part of a smoke run';

/** As many ids as fit a line; the report lists them all. */
const named = 5;

/** The rows behind the headline, by what became of them. */
export interface HeadlineTally {
  /** The denominator: every requirement that applies and that a check exists for. */
  readonly counted: readonly Row[];
  readonly passing: readonly Row[];
  readonly failing: readonly Row[];
  readonly open: readonly Row[];
  readonly broken: readonly Row[];
  /** How many are outside the denominator: untested and not applicable ones. */
  readonly outside: number;
}

/** Sorts rows for the headline; a row without evidence lowers the first number of it and never the second. */
export function tally(rows: readonly Row[]): HeadlineTally {
  const counted = rows.filter((row) => row.level !== 'none' && row.verdict.kind !== 'not-applicable');
  const of = (kind: Row['verdict']['kind']) => counted.filter((row) => row.verdict.kind === kind);
  return {
    counted,
    passing: of('pass'),
    failing: of('fail'),
    open: of('inconclusive'),
    broken: of('broken'),
    outside: rows.length - counted.length,
  };
}

/**
 * The run in one line, always with its denominator, and always saying so where nobody's service was asked:
 * `non-conformant: 39 of 41 evaluated, 38 pass, 1 fails (<requirement>), 2 inconclusive, 4 not evaluable`.
 */
export function headline(result: Result, overall: Class): string {
  const { counted, passing, failing, open, broken, outside } = tally(result.rows);
  const parts = [
    `${passing.length + failing.length} of ${counted.length} evaluated`,
    `${passing.length} pass`,
    ...(failing.length > 0
      ? [`${failing.length} ${failing.length === 1 ? 'fails' : 'fail'} (${list(failing)})${undecided(failing)}`]
      : []),
    ...(open.length > 0 ? [`${open.length} inconclusive`] : []),
    ...(broken.length > 0 ? [`${broken.length} broken (${list(broken)})`] : []),
    ...(outside > 0 ? [`${outside} not evaluable`] : []),
    ...notShownAgain(result.passing),
    `budget ${result.smoke ? '--smoke' : budgetInWords(result.budget)}`,
  ];
  const asides = [
    ...(result.target.reference ? ['the reference backend'] : []),
    ...(result.interrupted ? ['interrupted'] : []),
    ...(result.smoke ? [smokeInWords(result)] : []),
  ];
  const why = result.stopped === null ? '' : `; ${oneLine(result.stopped)}`;
  return `${overall}${asides.length === 0 ? '' : ` (${asides.join(', ')})`}: ${parts.join(', ')}${why}`;
}

/** What a run was allowed to spend, as it is asked for: `--runs 20 --extensions 12`. */
export function budgetInWords({ runs, extensions, maxGb, maxVolumes, maxRequests, maxTime }: Spending): string {
  const limits = { 'max-gb': maxGb, 'max-volumes': maxVolumes, 'max-requests': maxRequests, 'max-time': maxTime };
  const limited = Object.entries(limits).filter(([, most]) => most !== null);
  return [['runs', runs], ['extensions', extensions], ...limited].map(([flag, most]) => `--${flag} ${most}`).join(' ');
}

/** What a smoke run came to: it passes where its rows do, but for those that could not be judged. */
function smokeInWords({ rows, operation }: Result): string {
  const isIn = ({ verdict }: Row): boolean => !('reason' in verdict) || verdict.reason !== notInSmoke;
  const own = rows.filter((row) => row.level !== 'none' && isIn(row));
  const isOf = (kind: Row['verdict']['kind']): readonly Row[] => own.filter(({ verdict }) => verdict.kind === kind);
  if (isOf('fail').length > 0) return 'smoke failed';
  const isServed = own.some(({ id, verdict }) => id === operation.smokeTest && verdict.kind === 'pass');
  if (!isServed || isOf('broken').length > 0) return 'smoke not judged';
  const open = isOf('inconclusive');
  return open.length === 0 ? 'smoke passed' : `smoke passed, but for ${list(open)}`;
}

/** What others said, where it is to stand in one line of ours. */
function oneLine(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
  return plain.length > longestReason ? `${plain.slice(0, longestReason)}…` : plain;
}

const longestReason = 300;

/** Answers that passed by themselves, for whoever runs the service. */
function notShownAgain({ serverErrors, refusals }: Passing): readonly string[] {
  const many = (count: number, what: string): readonly string[] =>
    count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'} did not show again`];
  return [...many(serverErrors, 'server error'), ...many(refusals, 'refusal')];
}

/** MUST rows first, for they decide; the others say their level, because a failure there costs nothing. */
function list(rows: readonly Row[]): string {
  const musts = rows.filter((row) => row.level === 'MUST').map((row) => row.id);
  const others = rows.filter((row) => row.level !== 'MUST').map((row) => `${row.id}, ${row.level}`);
  const all = [...musts, ...others];
  const shown = all.slice(0, named).join('; ');
  return all.length > named ? `${shown}; and ${all.length - named} more` : shown;
}

/** How many do not decide, where not all are named. */
function undecided(rows: readonly Row[]): string {
  const counts = ['SHOULD', 'advisory'].flatMap((level) => {
    const count = rows.filter((row) => row.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  return rows.length > named && counts.length > 0 ? `, of which ${counts.join(' and ')}` : '';
}
