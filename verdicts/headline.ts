import type { Class, Passing, Result, Row, Spending } from './result.ts';
import { areMany, idsOf, partInWords } from './unselected.ts';
import { whyUndecided } from './why-undecided.ts';

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
 * `non-conformant: 39 of 41 evaluated, 38 pass, 1 fails (<requirement>), 2 inconclusive, 4 not applicable`, and why where nothing was decided.
 */
export function headline(result: Result, overall: Class): string {
  const reason = whyUndecided(result, overall);
  return `${figures(result, overall)}${reason === null ? '' : `; ${reason}`}`;
}

/** The reason at the end of a headline; undefined where it has none. The budget is the last of the figures, and has no semicolon. */
export const reasonIn = (text: string): string | undefined => /^.*?, budget --[\w -]+; (.+)$/s.exec(text)?.[1];

/** The headline without the reason, which may be somebody else's words: all of this is ours. */
export function figures(result: Result, overall: Class): string {
  const { counted, passing, failing, open, broken, outside } = tally(result.rows);
  const parts = [
    `${passing.length + failing.length} of ${counted.length} evaluated`,
    `${passing.length} pass`,
    ...(failing.length > 0
      ? [`${failing.length} ${failing.length === 1 ? 'fails' : 'fail'} (${idsOf(failing)})${undecided(failing)}`]
      : []),
    ...(open.length > 0 ? [`${open.length} inconclusive`] : []),
    ...(broken.length > 0 ? [`${broken.length} broken (${idsOf(broken)})`] : []),
    ...(outside > 0 ? [`${outside} not applicable`] : []),
    ...notShownAgain(result.passing),
    `budget ${result.smoke ? '--smoke' : budgetInWords(result.budget)}`,
  ];
  const asides = [
    ...(result.target.reference ? ['the reference backend'] : []),
    ...(result.interrupted ? ['interrupted'] : []),
    ...partInWords(result),
  ];
  return `${overall}${asides.length === 0 ? '' : ` (${asides.join(', ')})`}: ${parts.join(', ')}`;
}

/** What a run was allowed to spend, as it is asked for: `--runs 20 --extensions 12`. */
export function budgetInWords({ runs, extensions, maxGb, maxVolumes, maxRequests, maxTime }: Spending): string {
  const limits = { 'max-gb': maxGb, 'max-volumes': maxVolumes, 'max-requests': maxRequests, 'max-time': maxTime };
  const limited = Object.entries(limits).filter(([, most]) => most !== null);
  return [['runs', runs], ['extensions', extensions], ...limited].map(([flag, most]) => `--${flag} ${most}`).join(' ');
}

/** Answers that passed by themselves, for whoever runs the service. */
function notShownAgain({ serverErrors, refusals }: Passing): readonly string[] {
  const many = (count: number, what: string): readonly string[] =>
    count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'} did not show again`];
  return [...many(serverErrors, 'server error'), ...many(refusals, 'refusal')];
}

/** How many do not decide, where not all are named. */
function undecided(rows: readonly Row[]): string {
  const counts = ['SHOULD', 'advisory'].flatMap((level) => {
    const count = rows.filter((row) => row.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  return areMany(rows) && counts.length > 0 ? `, of which ${counts.join(' and ')}` : '';
}
