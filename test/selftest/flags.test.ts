import { expect, test } from 'vitest';
import { UsageError } from '../../main/settings/usage.ts';
import { helpText, readFlags } from '../../selftest/flags.ts';
import { subjects } from '../../selftest/subjects.ts';

test('several servers are one list, and every server there is can be named', () => {
  expect(readFlags(['--only', 'accepts-zero,coerces', '--seeds', '2'])).toEqual({
    only: ['accepts-zero', 'coerces'],
    seeds: 2,
  });
  for (const { id } of subjects) expect(readFlags(['--only', id])).toEqual({ only: [id] });
});

test.each([
  [['--onyl', 'accepts-zero'], 'unknown flag "--onyl": did you mean --only?'],
  [['--only', 'accepts-zero,coercse'], 'unknown server "coercse": did you mean coerces?'],
  [['--kind', 'varaint'], 'unknown kind "varaint": did you mean variant?'],
  [['coerces'], 'unknown argument "coerces": did you mean --only coerces?'],
])('%j is wrong, and %s', (argv, said) => {
  expect(() => readFlags(argv)).toThrow(new UsageError(said));
});

test('help names every flag that is read, and every kind of server', () => {
  const names = [...helpText().matchAll(/^ {2}--(\w+)/gm)].map(([, name]) => name);
  expect(names).toEqual(['only', 'kind', 'seeds', 'first', 'fast', 'verify', 'pages', 'help']);
  for (const { kind } of subjects) expect(helpText()).toContain(kind);
});
