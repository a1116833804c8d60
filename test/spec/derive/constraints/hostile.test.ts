import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldType } from '../../../../spec/derive/constraints/field.ts';
import { readCell } from './cell.ts';

const TYPES: readonly FieldType[] = ['string', 'integer', 'number', 'boolean', 'object', 'array'];
const BINDING = /^(?:min|max|exclusive|enum|pattern|format|uniqueItems|required)/;

/** Numbers as pages write them. */
const spelled = (value: number, commas: boolean): string => (commas ? value.toLocaleString('en-US') : String(value));
const bound = fc.integer({ min: 0, max: 2_000_000_000 });
const range = fc.tuple(bound, bound, fc.boolean()).map(([one, other, commas]) => {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return { low, high, from: spelled(low, commas), to: spelled(high, commas) };
});

const RANGES: readonly ((from: string, to: string) => string)[] = [
  (from, to) => `取值范围：${from}~${to}`,
  (from, to) => `取值为${from}到${to}的整数`,
  (from, to) => `最小值${from}，最大值${to}`,
  (from, to) => `值必须大于等于${from}，小于等于${to}`,
  (from, to) => `The value ranges from ${from} to ${to}.`,
  (from, to) => `The value must be between ${from} and ${to}.`,
  (from, to) => `Value range: ${from}-${to}`,
  (from, to) => `Minimum value: ${from}. Maximum value: ${to}.`,
];
const LENGTHS: readonly ((from: string, to: string) => string)[] = [
  (from, to) => `长度范围为${from}~${to}个字节`,
  (from, to) => `最少${from}个字节，最大${to}个字节`,
  (from, to) => `It can contain ${from} to ${to} bytes.`,
  (from, to) => `The length must be between ${from} and ${to} bytes.`,
];

describe('numbers', () => {
  it('of a range are read back, in whatever words', () => {
    fc.assert(
      fc.property(range, fc.constantFrom(...RANGES), ({ low, high, from, to }, say) => {
        const { schema } = readCell(say(from, to), { type: 'integer' });
        expect(schema).toEqual({ minimum: low, maximum: high });
      }),
      { seed: 1 },
    );
  });

  it('of a length are read back', () => {
    fc.assert(
      fc.property(range, fc.constantFrom(...LENGTHS), ({ low, high, from, to }, say) => {
        expect(readCell(say(from, to)).schema).toEqual({ minBytes: low, maxBytes: high });
      }),
      { seed: 2 },
    );
  });

  it('with a condition before or behind bind nothing', () => {
    const conditions = ['如果类型为A，', '当类型为A时，', 'If the type is A, ', 'When the disk is old, '];
    const behind = [' if the type is A', ' when the disk is old', ' unless it is old', '（仅当类型为A时）'];
    fc.assert(
      fc.property(
        range,
        fc.constantFrom(...RANGES),
        fc.constantFrom(...conditions, ...behind),
        (numbers, say, words) => {
          const text = say(numbers.from, numbers.to).replace(/\.$/, '');
          const whole = behind.includes(words) ? `${text}${words}` : `${words}${text}`;
          if (/\. /.test(whole)) return;
          const read = readCell(whole, { type: 'integer' });
          expect([read.schema, read.cases, read.unparsed.length]).toEqual([{}, [], 1]);
        },
      ),
      { seed: 3 },
    );
  });
});

describe('text that means nothing', () => {
  it('invents nothing', () => {
    const words = fc.constantFrom(
      ...'云 盘 的 和 在 了 大 小 快 照 名 称 信 息 列 表 the a of disk size name with for by to and or is it 1 20 300 4096 , : ( ) A1 b_2 “x” ~ -'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom(...TYPES), (picked, type) => {
        const text = `${picked.join(picked.length % 2 === 0 ? ' ' : '')} 云`;
        const { schema } = readCell(text, { type, where: 'response' });
        const bare = /\d\s*[~-]\s*\d|\d to \d/.test(text) ? {} : schema;
        expect(Object.keys(bare).filter((keyword) => BINDING.test(keyword) && !('x-open' in schema))).toEqual([]);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('of any characters throws nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...TYPES), (text, type) => {
        expect(() => readCell(text, { type })).not.toThrow();
      }),
      { seed: 5 },
    );
  });

  it.each([
    ['a list of slashes', `取值为${'a/'.repeat(900)}`],
    ['numbers with commas', `取值为${'111,'.repeat(450)}!`],
    ['one word again and again', `取值${'为'.repeat(1900)}`],
    ['brackets', '('.repeat(1900)],
    ['commas', 'a,'.repeat(950)],
    ['values with brackets', `The value can be ${'a (b), '.repeat(200)}`],
    ['quotation marks', `取值为${'“a'.repeat(600)}`],
    ['a long sentence', 'must be at most '.repeat(5000)],
    ['many sentences', 'The value ranges from 1 to 9 or so. '.repeat(2000)],
  ])('is read before the time limit of a test: %s', (_, text) => {
    expect(() => TYPES.map((type) => readCell(text, { type }))).not.toThrow();
  });
});
