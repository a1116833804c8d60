import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../../spec/contract.ts';
import type { FieldType } from '../../../../spec/derive/constraints/field.ts';
import { readCell } from './cell.ts';

type DescribedRow = readonly [string, JsonSchema];

/** Each text gives exactly these keywords, and leaves nothing unparsed. */
function gives(type: FieldType, rows: readonly DescribedRow[], items?: FieldType): void {
  it.each(rows)('%s', (text, schema) => {
    const read = readCell(text, { type, ...(items === undefined ? {} : { items }) });
    expect([read.schema, read.unparsed.map((sentence) => sentence.text)]).toEqual([schema, []]);
  });
}

describe('lengths', () => {
  gives('string', [
    ['备注，最大支持85个字节。', { maxBytes: 85 }],
    ['备注。最大长度为40个字符。', { maxLength: 40 }],
    ['长度范围为2~30位', { minLength: 2, maxLength: 30 }],
    ['长度不超过1,024个字节', { maxBytes: 1024 }],
    ['长度固定为12个字节', { minBytes: 12, maxBytes: 12 }],
    ['支持1-50个字符', { minLength: 1, maxLength: 50 }],
    ['最少2个字节，最大9个字节', { minBytes: 2, maxBytes: 9 }],
    ['不能超过20个字符', { maxLength: 20 }],
    ['20个字符以内', { maxLength: 20 }],
    ['最小长度：3。最大长度：8', { minLength: 3, maxLength: 8 }],
    ['A note of the user. The value can contain a maximum of 90 bytes.', { maxBytes: 90 }],
    ['The note, which can contain up to 45 Unicode characters', { maxLength: 45 }],
    ['It can contain 2 to 30 characters.', { minLength: 2, maxLength: 30 }],
    ['The length cannot exceed 77 bytes.', { maxBytes: 77 }],
    ['The length of the value is fixed at 12 bytes.', { minBytes: 12, maxBytes: 12 }],
    ['A maximum of 200 characters are allowed.', { maxLength: 200 }],
    ['The length must be between 4 and 9 characters.', { minLength: 4, maxLength: 9 }],
    ['The value is a string of no more than 60 characters.', { maxLength: 60 }],
    ['The value is 24 characters long.', { minLength: 24, maxLength: 24 }],
  ]);
});

describe('bounds of numbers', () => {
  gives('integer', [
    ['最小值2，最大值70，默认为9', { minimum: 2, maximum: 70, default: 9 }],
    ['周期数，取值范围：[1-8]', { minimum: 1, maximum: 8 }],
    ['取值为大于0的整数', { exclusiveMinimum: 0 }],
    ['取值范围为1～2,000', { minimum: 1, maximum: 2000 }],
    ['大于等于5小于等于6的整数', { minimum: 5, maximum: 6 }],
    ['带宽，单位为MB，范围5MB~10MB', { minimum: 5, maximum: 10 }],
    ['输入范围为[4,44]', { minimum: 4, maximum: 44 }],
    ['正整数', { exclusiveMinimum: 0 }],
    ['取值范围：1~90，1代表最高', { minimum: 1, maximum: 90, enum: [1], 'x-open': true }],
    ['size, in GB, 1 to 100, default 10', { minimum: 1, maximum: 100, default: 10 }],
    ['The value ranges from 3 to 1,300, and the default value is 4.', { minimum: 3, maximum: 1300, default: 4 }],
    ['The minimum value is 0, which is also the default value.', { minimum: 0, default: 0 }],
    ['Minimum: 2. Maximum: 12. Default: 3.', { minimum: 2, maximum: 12, default: 3 }],
    ['The value must be greater than 0 and less than or equal to 15.', { exclusiveMinimum: 0, maximum: 15 }],
    ['It must not be smaller than 10.', { minimum: 10 }],
    ['It cannot be less than 10 or greater than 20.', { minimum: 10, maximum: 20 }],
    ['Must be a positive integer', { exclusiveMinimum: 0 }],
    ['Value range: (0, 9]', { exclusiveMinimum: 0, maximum: 9 }],
  ]);
  gives('number', [['0.5~1.5', { minimum: 0.5, maximum: 1.5 }]]);
});

describe('lists of values', () => {
  gives('string', [
    ['取值为0，表示无。取值为all，表示全部。', { enum: ['0', 'all'], 'x-open': true }],
    ['取值为：a1、b2、c3。', { enum: ['a1', 'b2', 'c3'] }],
    ['取值范围：UP，UNKNOWN，DOWN\n- UP表示好\n- UNKNOWN表示不明\n- DOWN表示坏', { enum: ['UP', 'UNKNOWN', 'DOWN'] }],
    ['仅支持AA、BB', { enum: ['AA', 'BB'] }],
    ['当前只支持“aa”和“bb”', { enum: ['aa', 'bb'] }],
    ['当前支持aa、bb、cc', { enum: ['aa', 'bb', 'cc'], 'x-open': true }],
    ['支持aa,bb,cc等关键字，默认为“bb”', { enum: ['aa', 'bb', 'cc'], 'x-open': true, default: 'bb' }],
    ['0代表关闭，1代表打开', { enum: ['0', '1'], 'x-open': true }],
    ['取值范围：\n- up：打开\n- down：关闭', { enum: ['up', 'down'] }],
    ['开关\n- true：表示打开\n- false：表示关闭', { enum: ['true', 'false'], 'x-open': true }],
    ['排序，默认为“up”\n- 上：up\n- 下：down', { enum: ['up', 'down'], 'x-open': true, default: 'up' }],
    ['枚举值：\n- in-use\n- error', { enum: ['in-use', 'error'] }],
    ['The value can be A1, B2, or C3(End-of-sale).', { enum: ['A1', 'B2', 'C3'] }],
    ['The value can be x (first) or y (second).', { enum: ['x', 'y'] }],
    ['Only aa and bb are supported currently.', { enum: ['aa', 'bb'] }],
    ['The type, such as A1 and B2', { enum: ['A1', 'B2'], 'x-open': true }],
    ['Valid values: A1, B2, and C3', { enum: ['A1', 'B2', 'C3'] }],
    ['The value can be as follows:\n- A1: the first\n- B2: the second', { enum: ['A1', 'B2'] }],
    ['The kind.\n- A1: the first (default value)\n- B2', { enum: ['A1', 'B2'], 'x-open': true, default: 'A1' }],
    ['The state. The value can be:\n- UP (good)\n- DOWN (bad)', { enum: ['UP', 'DOWN'] }],
    ['The mode. The value is fast.', { enum: ['fast'] }],
  ]);
  gives('integer', [
    ['只能为1', { enum: [1] }],
    ['The value can be 0 (off) or 1 (on).', { enum: [0, 1] }],
    ['The value can be 4 and 6, indicating the old and the new one.', { enum: [4, 6] }],
  ]);
  gives('boolean', [
    ['The value can be true or false. The default value is false.', { enum: [true, false], default: false }],
  ]);
});

describe('defaults', () => {
  gives('string', [
    ['格式，默认值是“abc”', { default: 'abc' }],
    ['如果不传递该参数，则使用默认的“abc”值作为格式', { default: 'abc' }],
    ['If this parameter is not specified, default value abc is used.', { default: 'abc' }],
    ['The default value is abc, indicating the first.', { default: 'abc' }],
  ]);
  gives('boolean', [['By default, the value is true.', { default: true }]]);
  gives('integer', [
    ['批量创建的个数。如果无该参数，表明只创建1个，目前最多支持批量创建30个', { default: 1, maximum: 30 }],
    ['不传该字段时默认取值为4', { default: 4 }],
    [
      'The number of things to be created in a batch. If this parameter is not specified, only one thing will be created. You can create a maximum of 30 things in a batch.',
      { default: 1, maximum: 30 },
    ],
  ]);
});

describe('lists of items', () => {
  gives(
    'array',
    [
      ['一次最多可输入30个field', { maxItems: 30 }],
      ['数组长度：1 - 5', { minItems: 1, maxItems: 5 }],
      ['The list can contain at most 5 elements and must not be empty.', { minItems: 1, maxItems: 5 }],
    ],
    'string',
  );
});

describe('the field as a whole', () => {
  gives('string', [
    ['预留属性', { 'x-reserved': true }],
    ['The reserved field', { 'x-reserved': true }],
    ['当前服务不支持该字段', { 'x-unsupported': true }],
    ['This field is currently not supported.', { 'x-unsupported': true }],
    ['该字段已经废弃，请使用other', { deprecated: true }],
    ['This field is no longer used. Use other.', { deprecated: true }],
    ['时间格式：UTC YYYY-MM-DDTHH:MM:SS.XXXXXX', { format: 'date-time' }],
    ['The date, in the YYYY-MM-DD format', { format: 'date' }],
    ['源云硬盘UUID', { format: 'uuid', 'x-source': 'volume' }],
    ['The snapshot ID', { 'x-source': 'snapshot' }],
    ['只能包含小写字母和数字', { pattern: '^[a-z0-9]*$' }],
    ['由英文字母、数字、下划线组成', { pattern: '^[A-Za-z0-9_]*$' }],
    ['Can contain only digits, letters, hyphens (-)', { pattern: '^[\\p{N}\\p{L}\\p{M}\\-]*$' }],
  ]);
  it('may be an object with open keys', () => {
    const read = readCell('元数据中的key和value长度不大于99个字节', { type: 'object' });
    expect([read.keys, read.values]).toEqual([{ maxBytes: 99 }, { maxBytes: 99 }]);
    const both = readCell('key的长度不超过9个字符，value的长度不超过8个字符', { type: 'object' });
    expect([both.keys, both.values]).toEqual([{ maxLength: 9 }, { maxLength: 8 }]);
    const tags = readCell('标签的key：String类型，最大长度12个字符。由英文字母组成。', {
      type: 'object',
      name: 'tags',
    });
    expect([tags.keys, tags.values, tags.unparsed]).toEqual([{ maxLength: 12, pattern: '^[A-Za-z]*$' }, null, []]);
  });
  it('may have to do with the present value', () => {
    const zh = '新的大小范围：大于原有大小~最大容量（数据盘为900GB；系统盘为100GB）';
    const en =
      'The new size ranges from the original size to the maximum size (900 for a data disk and 100 for a system disk).';
    const cases = [
      { when: 'data disk', schema: { maximum: 900 }, line: 1 },
      { when: 'system disk', schema: { maximum: 100 }, line: 1 },
    ];
    const options = { type: 'integer', name: 'new_size' } as const;
    expect(readCell(zh, options)).toMatchObject({ schema: { maximum: 900 }, relative: { above: 'current' }, cases });
    expect(readCell(en, options)).toMatchObject({ schema: { maximum: 900 }, relative: { from: 'current' }, cases });
  });
  it('may differ by case: what holds in both cases is bound', () => {
    const text =
      'The disk size, in GB. The value can be as follows:\n- System disk: 1 GB to 20 GB\n- Data disk: 5 GB to 90 GB';
    const read = readCell(text, { type: 'integer', name: 'size' });
    expect(read.schema).toEqual({ minimum: 1, maximum: 90 });
    expect(read.cases.map(({ when, line }) => [when, line])).toEqual([
      ['system disk', 2],
      ['data disk', 3],
    ]);
    expect(read.unparsed).toEqual([]);
  });
  it('may leave a question open', () => {
    const text = 'The value must be an integer greater than 0 but less than the number of disks.';
    const read = readCell(text, { type: 'integer', name: 'offset', where: 'query' });
    expect([read.schema, read.open.length, read.unparsed]).toEqual([{}, 1, []]);
  });
  it('says on which line each was read', () => {
    const read = readCell('The note.\nIt can contain 2 to 9 characters.\nThe default value is abc.');
    expect([...read.lines]).toEqual([
      ['minLength', 2],
      ['maxLength', 2],
      ['default', 3],
    ]);
  });
  it('may be needed, null, or cut to an integer', () => {
    expect(readCell('This parameter is mandatory.').required).toBe(true);
    expect(readCell('该参数可选').required).toBe(false);
    expect(readCell('快照描述，可以为null').nullable).toBe(true);
    expect(readCell('大小，参数值为小数时，默认取小数点前的整数', { type: 'integer' }).truncates).toBe(true);
  });
});
