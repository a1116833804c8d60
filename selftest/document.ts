import type { BudgetEntry } from './budgets.ts';
import { figuresOf, type Matrix, type MatrixFigures, type TrialEntry } from './matrix.ts';

/** `docs/accuracy.md`: for readers who decide whether to trust a verdict. One screen: figures, method, limits. */
export function accuracy(matrix: Matrix): string {
  const figures = figuresOf(matrix);
  const { suite, contracts, extent, subjects } = matrix;
  const named = contracts.map(({ id, sha256 }) => `\`${id}\` (sha256 \`${sha256}\`)`);
  return `${[
    '# How accurate the verdicts are',
    figuresInWords(figures),
    'Every figure is of [`selftest/matrix.json`](../selftest/matrix.json); the tables, one row for each server and for each small budget, stand in [`selftest/results.md`](../selftest/results.md).',
    '## Method',
    `The self-test runs the suite on servers whose verdict is known. A **fault** is one slip in the reference backend; it counts as caught if its own requirement fails, and no other, except requirements that the same behaviour breaks literally. A **right server** follows the page, and is otherwise as unlike the reference backend as possible: nothing may fail on it, except SHOULDs that it breaks on purpose. Servers that **always say the same** must pass nothing; **hostile** ones must not keep the suite from writing its report; if the **set-up** is wrong, the run has to end before anything is judged.`,
    `Suite ${suite.version}, contract${named.length === 1 ? '' : 's'} ${listed(named)}, seeds for each server: ${seedsInWords(subjects)}; only a few cases of the requirements that a fault does not touch; ${budgetInWords(extent)}. \`npm run selftest\` makes the figures and both pages again; \`npm run selftest -- --fast\` tries every right server and every fault once, of the faults that show only between checks one in three. It fails where a verdict is wrong, or a fifth of the faults show by another request than in the matrix; \`npm run selftest -- --pages\` only writes the pages again. The servers that always say the same are among the tests of \`npm run test:all\`.`,
    '## Limits',
    limits(matrix),
  ].join('\n\n')}\n`;
}

/** The number of seeds for each kind of server: `faults 1 to 10, right servers 3`. */
function seedsInWords(subjects: readonly TrialEntry[]): string {
  const kinds: Readonly<Record<TrialEntry['kind'], string>> = {
    fault: 'faults',
    variant: 'right servers',
    degenerate: 'servers that always say the same',
    hostile: 'hostile ones',
    'set-up': 'set-ups',
  };
  const told = Object.entries(kinds).flatMap(([kind, words]) => {
    const counts = subjects.filter((one) => one.kind === kind).map(({ trials }) => trials);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    return counts.length === 0 ? [] : [`${words} ${least === most ? most : `${least} to ${most}`}`];
  });
  return told.join(', ');
}

/** `selftest/results.md`: the matrix as tables. `mutation`: the results of slips in our own code, as Markdown. */
export function results({ subjects, budgets }: Matrix, mutation: string): string {
  const of = (kind: TrialEntry['kind']): readonly TrialEntry[] => subjects.filter((one) => one.kind === kind);
  return `${[
    '# What the self-test came to',
    'The tables behind [`docs/accuracy.md`](../docs/accuracy.md), which says how they were made.',
    '## Faults',
    'Each is one slip in the reference backend. _Caught_ counts the seeds with which its own requirement failed, and no other but those that the same behaviour breaks in the letter (_also_). _After_ is the number of requests of the operation that the whole run had sent when the fault was first seen: median, most.',
    'By another contract than that of their operation the same faults are tried once: those that were caught are counted, and not listed again.',
    byContract(
      ['fault', 'what it does', 'requirement', 'caught', 'after', 'also', 'smallest counterexample'],
      of('fault'),
      faultRow,
      ({ contract, trials, right }) => contract !== undefined && trials === 1 && right === 1,
    ),
    '## Small budgets',
    'What becomes of the faults that break a MUST with fewer cases than in the matrix. _Caught_ counts the trials in which the own requirement of the fault failed; _conformant_ those that ended so, which none may. What shows by chance is caught by no row, and leaves the run incomplete. Below the last line of the table a row that passes becomes inconclusive, `budget: …`.',
    table(['budget', 'seeds', 'caught', 'conformant'], budgets.map(budgetRow)),
    '## Right servers',
    'None is like the reference backend, and each keeps to the page. _Right_ counts the seeds with which nothing failed, but for SHOULDs that it departs from on purpose.',
    byContract(['server', 'what it does', 'right', 'departs from', 'not judged'], of('variant'), variantRow),
    '## Servers that always say the same',
    'No requirement may pass on any of them. _Right_ counts the seeds with which none did.',
    table(
      ['server', 'what it does', 'right'],
      of('degenerate').map((one) => [one.id, one.summary, share(one)]),
    ),
    '## Hostile servers',
    'The suite has to come back with a report. _Memory_ is what the process took beyond that of a plain run, in MB.',
    table(
      ['server', 'what it does', 'survived', 'memory'],
      of('hostile').map((one) => [one.id, one.summary, share(one), one.extraMb === null ? '' : String(one.extraMb)]),
    ),
    '## Set-ups that are wrong',
    'The server is right, and what hands its volumes out, or the way to them, is not. The run ends before anything is judged, after three volumes at most. _Right_ counts the seeds with which it did.',
    table(
      ['set-up', 'what is wrong', 'right'],
      of('set-up').map((one) => [one.id, one.summary, share(one)]),
    ),
    '## Our own code',
    mutation,
  ].join('\n\n')}\n`;
}

function figuresInWords({
  faults,
  elsewhere,
  foundAfter,
  plainFoundAfter,
  variants,
  degenerate,
  hostile,
  flips,
}: MatrixFigures): string {
  const lines = [
    `**${faults.caught} of ${faults.total} faults** are caught by their own requirement in every seed (${faults.right} of ${faults.trials} trials).`,
    ...(elsewhere.total === 0
      ? []
      : [
          `By other contracts of the same operation **${elsewhere.caught} of ${elsewhere.total}** are: the same faults again, and each dialect in another's place (${elsewhere.right} of ${elsewhere.trials} trials).`,
        ]),
    `**${variants.accusations} false accusations** in ${variants.trials} trials of ${variants.total} right servers.`,
    `**${degenerate.wrong} passes** in ${degenerate.trials} trials of ${degenerate.total} servers that always say the same.`,
    `**${hostile.survived} of ${hostile.total} hostile servers** survived${hostile.mostMb === null ? '' : `, with at most ${hostile.mostMb} MB more memory than a plain run`}.`,
    `Half of the faults are seen within ${foundAfter.median} requests of the operation in the whole run, nine tenths within ${foundAfter.p90}. Of those that need neither two or three circumstances at once nor a size of their own, these are ${plainFoundAfter.median} and ${plainFoundAfter.p90}.`,
    `${percent(flips)} of the verdicts are not the same with every seed.`,
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** The limits of the figures. */
function limits({ budgets }: Matrix): string {
  const least = budgets.at(-1);
  const lines = [
    'The faults are the ones that somebody thought of. If all of them are caught, the next one probably is too, but that is no proof.',
    'All servers run on the machine of the suite, and answer in milliseconds. Only right servers that are slow, throttled or away for a while imitate the effects of a network or a load balancer.',
    'A state that stands for less than a second does not fail a row: it becomes a note, and a service that is wrong only for so short a time passes.',
    'If volumes and jobs cannot be looked up, a row rests on answers alone or is inconclusive, and says which.',
    'The figures are of the contracts named above, each of one page. Another contract has the same checks, and its own facts.',
  ];
  if (least !== undefined)
    lines.push(
      `A smaller budget sees less: with ${budgetInWords(least)} the faults that break a MUST were caught in ${least.caught} of ${least.trials} trials; the other faults show only by chance, and leave a run incomplete. ${least.conformant.length} of these runs ended as conformant.`,
    );
  return lines.map((line) => `- ${line}`).join('\n');
}

const budgetInWords = ({ runs, extensions }: { readonly runs: number; readonly extensions: number }): string =>
  `\`--runs ${runs} --extensions ${extensions}\``;
const percent = (share: number): string => `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)} %`;
const share = ({ right, trials }: TrialEntry): string => `${right}/${trials}`;

function faultRow(one: TrialEntry): readonly string[] {
  const after = [...one.foundAfter].sort((a, b) => a - b);
  const also = Object.entries(one.verdicts)
    .filter(([id, counts]) => id !== one.owner && (counts.fail ?? 0) > 0)
    .map(([id, counts]) => `${id} ${counts.fail}`);
  return [
    one.id,
    one.summary,
    one.owner ?? '',
    share(one),
    `${after[after.length >> 1] ?? '–'}, ${after.at(-1) ?? '–'}`,
    also.join(', '),
    one.smallest.map((said) => said.replaceAll('\n', ' ')).join(' / '),
  ];
}

function budgetRow(entry: BudgetEntry): readonly string[] {
  const { seeds, trials, caught, conformant } = entry;
  return [
    budgetInWords(entry),
    String(seeds),
    `${caught}/${trials}`,
    conformant.length === 0 ? '0' : conformant.join('; '),
  ];
}

function variantRow(one: TrialEntry): readonly string[] {
  const open = Object.entries(one.verdicts)
    .filter(([, counts]) => (counts.inconclusive ?? 0) > 0)
    .map(([id, counts]) => `${id} ${counts.inconclusive}`);
  return [one.id, one.summary, share(one), one.mayFail.join(', '), open.join(', ')];
}

/** A table for the operations' own contracts, and one for each other contract. */
function byContract(
  heads: readonly string[],
  entries: readonly TrialEntry[],
  row: (entry: TrialEntry) => readonly string[],
  isCounted: (entry: TrialEntry) => boolean = () => false,
): string {
  const tableOf = (by: string | undefined): string => {
    const own = entries.filter(({ contract }) => contract === by);
    const counted = own.filter(isCounted).length;
    const rows = table(heads, own.filter((one) => !isCounted(one)).map(row));
    return counted === 0 ? rows : `${rows}\n\n${counted} more were caught in their one trial.`;
  };
  const others = [...new Set(entries.flatMap(({ contract = [] }) => contract))];
  return [tableOf(undefined), ...others.flatMap((id) => [`### By \`${id}\``, tableOf(id)])].join('\n\n');
}

/** `a, b and c` */
const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
