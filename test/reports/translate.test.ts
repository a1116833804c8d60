import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationOf } from '../../main/operations.ts';
import { translator } from '../../reports/html/translate.ts';
import { zh } from '../../reports/html/zh.ts';
import { loadContract } from '../../spec/load.ts';
import { type Register, registers } from '../../spec/requirements.ts';
import { fill } from '../../spec/statement.ts';
import { committed } from '../spec/committed.ts';

const isChinese = /\p{Script=Han}/u;

/** Statements and reasons that wait for somebody who writes Chinese: until then the Chinese report has them in English. */
const waiting: readonly string[] = [];

describe('a translator', () => {
  const translate = translator([
    ['plain', 'einfach'],
    ['{what} of {#count}', '{count}: {what}'],
    ['before {a} and {b}', '{b}, {a}'],
  ]);

  test.each([
    ['plain', 'einfach'],
    ['plain of 3', '3: einfach'],
    ['plain of many', undefined],
    ['before plain and a and b', 'a and b, einfach'],
    ['before  and b', undefined],
    ['neither', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => expect(translate(text)).toBe(expected));

  test('puts in nothing that the text does not hold, and ends whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(translate(`${text} of 1`)).toContain(text.replace('plain', 'einfach'));
      }),
    );
    expect(translate(`before ${'and '.repeat(100_000)}`)).toBeDefined();
  });
});

describe('in Chinese there is', () => {
  const all = Object.values(registers).flatMap((register: Register) => [
    ...Object.values(register.requirements).map(({ statement }) => statement),
    ...Object.values(register.untested).flatMap(({ statement, reason }) => [statement, `untested: ${reason}`]),
  ]);

  test.each([...new Set(all)].filter((text) => !waiting.includes(text)))('%s', (text) => {
    expect(zh.translate(text)).toMatch(isChinese);
  });

  test('nothing yet of what waits for it, and nothing waits that is gone', () => {
    expect(waiting.filter((text) => !all.includes(text) || isChinese.test(zh.translate(text)))).toEqual([]);
  });

  test.each(committed)('every statement as $name fills it', ({ name, text }) => {
    const contract = loadContract(text, name);
    const { requirements } = operationOf(contract).register as Register;
    for (const { statement } of Object.values(requirements).filter((one) => !waiting.includes(one.statement)))
      expect(zh.translate(fill(statement, contract)), statement).toMatch(isChinese);
  });

  test('every complaint that the self-test has seen', () => {
    const lines = readFileSync(new URL('../../selftest/results.md', import.meta.url), 'utf8').split('\n');
    const complaints = lines
      .flatMap((line) => line.split('|').at(-2)?.trim() ?? [])
      .filter((cell) => cell.includes(', expected '));
    expect(complaints.length).toBeGreaterThan(100);
    for (const complaint of complaints) expect(zh.translate(complaint)).toMatch(isChinese);
  });
});
