import { expect, test } from 'vitest';
import { unsettled } from '../../selftest/mutation/explanations.ts';
import { entryOf, type Fate, type MutationLedger, retried } from '../../selftest/mutation/ledger.ts';
import { mutantsOf } from '../../selftest/mutation/mutants.ts';
import { report } from '../../selftest/mutation/report.ts';

const text = 'const a = b < 3 ? c : d;';
const mutants = mutantsOf('verdicts/x.ts', text);
const entry = (...fates: readonly Fate[]) =>
  entryOf(text, mutants.length, new Map(mutants.map((mutant, at) => [mutant, fates[at] ?? 'unit tests'])));
const ledgerOf = (...fates: readonly Fate[]): MutationLedger => ({
  files: { 'verdicts/x.ts': entry(...fates) },
});
const [first] = mutants;

test('a survivor has to be explained, and an explanation has to have its survivor', () => {
  const ledger = ledgerOf('survived');
  const key = first?.key ?? '';
  expect(unsettled(ledger, {})).toEqual([`not explained: verdicts/x.ts:1: ${key}`]);
  expect(unsettled(ledger, { 'verdicts/x.ts': { [key]: ['equivalent', 'why'] } })).toEqual([]);
  expect(unsettled(ledgerOf(), { 'verdicts/x.ts': { [key]: ['cost', 'why'] } })).toEqual([
    `stale explanation: verdicts/x.ts: ${key}`,
  ]);
});

test('the score leaves out what does not compile, and says what only npm run selftest shows', () => {
  const lines = report(ledgerOf('survived', 'types', 'faults'), {}).split('\n');
  expect(lines.find((line) => line.startsWith('| `verdicts/`'))).toBe(
    `| \`verdicts/\` | ${mutants.length} | ${mutants.length - 1} | ${mutants.length - 3} | ${mutants.length - 3} | 0 | 0 | 1 | 1 | 33.3 % | 33.3 % |`,
  );
});

test('trying survivors again keeps what was known of the others', () => {
  const before = entry('survived', 'faults', 'types');
  const again = entryOf(
    text,
    mutants.length,
    new Map(mutants.slice(0, 2).map((one) => [one, 'certifications' as const])),
  );
  expect(retried(before, again)).toMatchObject({
    fates: { 'unit tests': mutants.length - 3, types: 1, certifications: 2 },
    survived: [],
    late: [],
  });
});
