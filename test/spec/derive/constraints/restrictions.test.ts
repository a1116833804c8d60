import { describe, expect, it } from 'vitest';
import { readRestrictions } from '../../../../spec/derive/constraints/restrictions.ts';
import { sentences } from './cell.ts';

const fields = ['a_id', 'b_id', 'cRef', 'tags'];
const read = (text: string) => readRestrictions(sentences(text), fields);

describe('fields together', () => {
  it.each([
    ['不支持同时使用“a_id”、“b_id”和“cRef”这三个字段中的任意两个', ['a_id', 'b_id', 'cRef']],
    ['a_id与b_id不能同时指定', ['a_id', 'b_id']],
    ['Specifying any two of the a_id, b_id, and cRef fields together is not supported.', ['a_id', 'b_id', 'cRef']],
    ['a_id and b_id cannot be specified at the same time.', ['a_id', 'b_id']],
    ['Note: The fields a_id and b_id are mutually exclusive.', ['a_id', 'b_id']],
  ])('exclude each other: %s', (text, group) => {
    expect(read(text)).toMatchObject({ exclusive: [{ fields: group, line: 1 }], needed: [], unparsed: [] });
  });

  it.each(['“a_id”和“b_id”必须至少指定一个', 'At least one of a_id and b_id must be specified.'])(
    'need one: %s',
    (text) => {
      expect(read(text)).toMatchObject({ exclusive: [], needed: [{ fields: ['a_id', 'b_id'] }], unparsed: [] });
    },
  );

  it.each(['一次请求最多添加7个标签', 'A maximum of 7 tags can be added in one request.'])(
    'are so many: %s',
    (text) => {
      expect(read(text)).toMatchObject({ counts: [{ field: 'tags', maxItems: 7 }], unparsed: [] });
    },
  );

  it.each([
    'a_id and unknown_id cannot be specified at the same time.',
    'If the disk is shared, a_id and b_id cannot be specified together.',
    'a_id与b_id不能同时指定，除非盘是共享的',
    'Parameters a_id and b_id cannot be null at the same time.',
    '每个租户最多创建7个标签',
    'A maximum of 7 tags can be created for a disk.',
  ])('are left unparsed where they are others, or a condition is with them: %s', (text) => {
    expect(read(text)).toMatchObject({ exclusive: [], needed: [], counts: [], unparsed: [{ line: 1 }] });
  });

  it('are left where the list they stand in has a condition', () => {
    const text = 'If the disk is shared:\n- a_id and b_id cannot be specified together.';
    expect(read(text)).toMatchObject({ exclusive: [], unparsed: [{ line: 2 }] });
  });

  it('say nothing where nothing is said', () => {
    expect(read('This API creates a disk. For details, see the guide.').unparsed).toEqual([]);
  });
});
