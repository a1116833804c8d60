import type { Explanations, SurvivalReason } from './explanations.ts';
import type { Fate, MutationEntry, MutationLedger } from './ledger.ts';

/** `selftest/mutation.md`: the share of mistakes in our own code that our own tests find. */
export function report(ledger: MutationLedger, explanations: Explanations): string {
  const files = Object.entries(ledger.files).sort(([one], [other]) => (one < other ? -1 : 1));
  const rows = [
    'suites/extend-volume/',
    'engine/',
    'engine/judge/',
    'engine/fixtures/',
    'engine/exercises/',
    'generators/',
    'verdicts/',
  ]
    .map((folder) => [folder, files.filter(([file]) => file.startsWith(folder)).map(([, entry]) => entry)] as const)
    .filter(([, entries]) => entries.length > 0);
  const survivors = files.flatMap(([file, { survived }]) =>
    survived.map(({ line, key }): readonly string[] => {
      const [reason, why] = explanations[file]?.[key] ?? ['', 'not explained'];
      return [`${file}:${line}`, `\`${key}\``, reason, why];
    }),
  );
  const late = files.flatMap(([file, entry]) => entry.late.map(({ line, key }) => [`${file}:${line}`, `\`${key}\``]));
  return `${[
    'A mutant is one small slip in our own code: a condition negated, a comparison or a bound shifted by one, a statement left out, an answer withheld. Every line of a judge and every bound of a generator is tried, and a sample of the rest. _Killed_: `.ci/run` fails, by a unit test, by a time limit, or by one of the certifications of `npm test`. _Self-test_: only the faults of `npm run selftest` show it. What does not compile is left out.',
    '`npm run mutation` makes this anew, `npm run mutation -- --survivors` tries again what survived. _There are_ counts every mutant of the files, _tried_ those that were run and compile. A survivor is _equivalent_ where nobody could tell it from the original, costs only time (_cost_), changes a message alone (_words_), or is a gap (_open_).',
    table(
      [
        'folder',
        'there are',
        'tried',
        'killed',
        'unit tests',
        'time limit',
        'certifications',
        'self-test',
        'survived',
        'score',
        'without equivalents',
      ],
      rows.map(([folder, entries]) => row(folder, entries, equivalents(folder, ledger, explanations))),
    ),
    ...(survivors.length === 0 ? [] : [`### Survivors\n\n${table(['where', 'edit', 'kind', 'why'], survivors)}`]),
    ...(late.length === 0 ? [] : [`### Seen by \`npm run selftest\` alone\n\n${table(['where', 'edit'], late)}`]),
  ].join('\n\n')}\n`;
}

function row(folder: string, entries: readonly MutationEntry[], same: number): readonly string[] {
  const of = (fate: Fate): number => entries.reduce((sum, { fates }) => sum + (fates[fate] ?? 0), 0);
  const killed = of('unit tests') + of('time limit') + of('certifications');
  const all = killed + of('faults') + of('survived');
  const there = entries.reduce((sum, { mutants }) => sum + mutants, 0);
  const numbers = [
    there,
    all,
    killed,
    of('unit tests'),
    of('time limit'),
    of('certifications'),
    of('faults'),
    of('survived'),
  ];
  return [`\`${folder}\``, ...numbers.map(String), percent(killed, all), percent(killed, all - same)];
}

/** Survivors that no test could tell from the original. */
function equivalents(folder: string, ledger: MutationLedger, explanations: Explanations): number {
  const kinds: readonly (SurvivalReason | undefined)[] = Object.entries(ledger.files)
    .filter(([file]) => file.startsWith(folder))
    .flatMap(([file, { survived }]) => survived.map(({ key }) => explanations[file]?.[key]?.[0]));
  return kinds.filter((kind) => kind === 'equivalent').length;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`);

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
