import { expect, it } from 'vitest';
import { expectContractOrError } from './contract-or-error.ts';
import { edit, english } from './page-texts.ts';

/** Processor time, in s: a busy machine does not lengthen it. */
const bearable = 20;

it.each([
  ['lists by indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
  ['open emphasis', '*a _b '.repeat(2000)],
  ['open elements', '<div><b>'.repeat(2000)],
  ['open brackets', '![a]('.repeat(1900)],
  ['open tables', '<table><tr><td>'.repeat(1000)],
  ['backticks', '`a``b```c'.repeat(1500)],
])('a mangled page gives a contract or an error in bearable time: %s', (_what, text) => {
  const before = process.cpuUsage();
  expectContractOrError(`${english}\n${text}`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(bearable);
});

it.each([
  ['a key with a space', 'os- extend'],
  ['the key of a prototype', '__proto__'],
  ['no key', ''],
  ['a long key', 'k'.repeat(200)],
])('a sample whose object has %s is no place for the rows', (_what, key) => {
  expectContractOrError(edit(english, /"os-extend": *\{/, `"${key}": {`));
});
