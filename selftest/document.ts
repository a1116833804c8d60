import type { BudgetEntry } from './budgets.ts';
import { type Entry, type Figures, figuresOf, type Matrix } from './matrix.ts';

/** `TRUST.md`: what the matrix says, for a reader who has to decide whether to believe a verdict. */
export function document(matrix: Matrix, mutation: string): string {
  const figures = figuresOf(matrix);
  const { suite, contract, extent, subjects } = matrix;
  const of = (kind: Entry['kind']): readonly Entry[] => subjects.filter((one) => one.kind === kind);
  return `${[
    '# What the verdicts are worth',
    intro(figures, matrix),
    `Suite ${suite.version}, contract \`${contract.id}\` (sha256 \`${contract.sha256}\`), ${extent.seeds.length} seeds (${extent.seeds.join(', ')}; three for servers that always say the same, for hostile ones and for set-ups), \`--runs ${extent.runs} --extensions ${extent.extensions}\`. Every figure is of [\`selftest/matrix.json\`](selftest/matrix.json); \`npm run trust\` makes both anew, \`npm run trust -- --fast\` tries every fault and every right server once, and fails on whatever is not as it stands here; the servers that always say the same are among the tests of \`npm run test:all\`.`,
    '## Faults',
    'Each is one slip in the reference backend. _Caught_ counts the seeds with which its own requirement failed, and no other but those that the same behaviour breaks in the letter (_also_). _After_ is the number of requests to extend that the check had sent when it first saw it: median, most.',
    table(
      ['fault', 'what it does', 'requirement', 'caught', 'after', 'also', 'smallest counterexample'],
      of('fault').map(faultRow),
    ),
    '## Small budgets',
    'What becomes of the faults that break a MUST with fewer cases than in the matrix. _Caught_ counts the trials in which the own requirement of the fault failed; _conformant_ those that ended so, which none may. What shows by chance is caught by no row, and leaves the run incomplete. Below the last line of the table a row that passes becomes inconclusive, `budget: …`.',
    table(['budget', 'seeds', 'caught', 'conformant'], matrix.budgets.map(budgetRow)),
    '## Right servers',
    'None is like the reference backend, and each keeps to the page. _Right_ counts the seeds with which nothing failed, but for SHOULDs that it departs from on purpose.',
    table(['server', 'what it does', 'right', 'departs from', 'not judged'], of('variant').map(variantRow)),
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

function intro({ faults, foundAfter, variants, degenerate, hostile, flips }: Figures, { extent }: Matrix): string {
  const lines = [
    `**${faults.caught} of ${faults.total} faults** are caught by their own requirement in every one of ${extent.seeds.length} seeds (${faults.right} of ${faults.trials} trials).`,
    `**${variants.accusations} false accusations** in ${variants.trials} trials of ${variants.total} right servers.`,
    `**${degenerate.wrong} passes** in ${degenerate.trials} trials of ${degenerate.total} servers that always say the same.`,
    `**${hostile.survived} of ${hostile.total} hostile servers** survived${hostile.mostMb === null ? '' : `, with at most ${hostile.mostMb} MB more memory than a plain run`}.`,
    `A fault is seen after ${foundAfter.median} request${foundAfter.median === 1 ? '' : 's'} to extend (median; p90 ${foundAfter.p90}); ${percent(foundAfter.withinFive)} within five.`,
    `${percent(flips)} of the verdicts are not the same with every seed.`,
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)} %`;
const share = ({ right, trials }: Entry): string => `${right}/${trials}`;

function faultRow(one: Entry): readonly string[] {
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

function budgetRow({ runs, extensions, seeds, trials, caught, conformant }: BudgetEntry): readonly string[] {
  const budget = `\`--runs ${runs} --extensions ${extensions}\``;
  return [budget, String(seeds), `${caught}/${trials}`, conformant.length === 0 ? '0' : conformant.join('; ')];
}

function variantRow(one: Entry): readonly string[] {
  const open = Object.entries(one.verdicts)
    .filter(([, counts]) => (counts.inconclusive ?? 0) > 0)
    .map(([id, counts]) => `${id} ${counts.inconclusive}`);
  return [one.id, one.summary, share(one), one.mayFail.join(', '), open.join(', ')];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
