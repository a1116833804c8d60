import { expect, it } from 'vitest';
import { readConstraints } from '../../../../spec/derive/constraints/read.ts';
import type { Sentence } from '../../../../spec/read/page.ts';

const sentence = (text: string, line: number): Sentence => ({
  text,
  line,
  place: 'request',
  heading: '',
  anchor: null,
  noteLine: null,
  parent: null,
  row: null,
});
const read = (...texts: readonly string[]) =>
  readConstraints({ name: 'mode', type: 'string', items: null, where: 'request', sentences: texts.map(sentence) });

it.each([
  [
    'The lock of the rack, 0 (does not lock the rack) or 1 (locks the rack)',
    'If this field is not set, the rack will not be locked',
    '0',
  ],
  [
    'The lock of the rack, 0 (does not lock the rack) or 1 (locks the rack)',
    'If this field is omitted, the rack is locked',
    '1',
  ],
  ['0代表不上锁,1代表上锁', '该字段不存在时,机柜默认为不上锁', '0'],
])('an absent field has the value that means the same: %s', (meanings, absence, value) => {
  const { schema, unparsed } = read(meanings, absence);
  expect(schema.default).toBe(value);
  expect(unparsed.map(({ text }) => text)).not.toContain(absence);
});

it.each([
  ['0 (a plain rack) or 1 (a locked rack)', 'If this field is not set, the rack has no door'],
  ['0 (locks the rack) or 1 (locks the rack)', 'If this field is not set, the rack is locked'],
  ['The rack (does not lock) is a rack', 'If this field is not set, the rack will not be locked'],
])('is not told by two, none, or a word that is no value: %s', (meanings, absence) => {
  expect(read(meanings, absence).schema.default).toBeUndefined();
});

it('a condition in brackets, or on two fields, does not hold for the sentence after it', () => {
  const together = read('The same as name, either is enough (if both are given, name counts). At most 255 bytes');
  expect(together.schema).toEqual({});
  const apart = read('The same as name, either is enough (if both are given, name counts)', 'At most 255 bytes');
  expect(apart.schema).toEqual({ maxBytes: 255 });
});

it('a key of the name "reserved" does not reserve the field', () => {
  expect(read('Pairs, with: reserved (set aside), limit (largest) and used').schema).toEqual({});
  expect(read('The reserved field').schema).toEqual({ 'x-reserved': true });
});
