import { describe, expect, it } from 'vitest';
import type { FieldType } from '../../../../spec/derive/constraints/field.ts';
import { readCell } from './cell.ts';

/** Nothing is read that binds, and the text (its last sentence where there are several) is unparsed. */
function leaves(type: FieldType, texts: readonly string[]): void {
  it.each(texts)('%s', (text) => {
    const read = readCell(text, { type });
    expect({ ...read.schema, ...read.keys, ...read.values }).toEqual({});
    expect(read.unparsed).not.toEqual([]);
  });
}

describe('a bound of another thing', () => {
  leaves('integer', [
    '每个租户最多可创建10个快照',
    '日志保留7天，不超过30天',
    'A user can create at most 10 policies.',
    'The largest number of policies per tenant is at most 10.',
    'Image size. The snapshot size must be at least 10.',
    'Number of tries. The interval must be between 3 and 5.',
    '大小，单位GB，取值范围为1TB~2TB',
    '如果外部文件大小大于128GB，可以分批上传',
    '将生成一个或多个(1~3个)文件',
    'SSD: 100 to 5000',
  ]);
  leaves('string', [
    'Volume name. The snapshot name must contain at most 12 characters.',
    'Up to 10 disks can be attached.',
    '最多可以挂载10块磁盘',
  ]);
  leaves('object', [
    'The length of cmkid is fixed at 36 bytes.',
    'inner_key: the switch. The value can be 0 or 1.',
    'inner_key长度固定为36个字节',
    '如果有重复的key，key的长度不超过9个字符',
  ]);
});

describe('a condition', () => {
  leaves('integer', [
    'If mode is fast, the value ranges from 1 to 10.',
    'The value ranges from 1 to 10 when mode is fast.',
    '租户的配额足够时，最大值为500',
    '类型为A时，取值为[1-9]',
    'The value is optional and ranges from 1 to 5 when set.',
    '只有管理员可以设置，取值范围为1~5，否则最大为3',
  ]);
  leaves('string', ['type为A时，最大支持8个字节', '除去首尾空格，最少1个字节，最大255个字节']);
});

describe('a word that is no value', () => {
  leaves('string', [
    'The value must be IPv4.',
    'Only IPv4 addresses are supported.',
    '必须是ipv4',
    'The value must be unique and non-empty.',
    'The value is automatically generated.',
    'The value must be obtained from the API.',
    'The value must start with a letter.',
    'The value is case-sensitive.',
    '默认为空',
    'The value can be -1 or 1-900.',
    'The value can be aa, bb, cc or a number of yours.',
    'The value can be aa, bb and any other word.',
    '取值为aa、bb，或其他',
    '取值范围：port:a，port:xxx（xxx是名称）',
    '约束：系统里有的名称',
  ]);
  leaves('integer', ['The value must be a multiple of 10.', '取值为10,100', 'The value ranges from 0 to intmax.']);
});

describe('a set of characters that is not told wholly', () => {
  leaves('string', [
    '不能包含“<”和“>”',
    '支持字母、数字、中文',
    'It can contain letters, digits, and special characters including hyphens (-).',
    'It cannot start or end with a space.',
    '只能由中文字符、英文字母及“_”组成',
    '只能包含英文字母、中划线(-)和汉字',
  ]);
});

describe('a text that says nothing of the value', () => {
  it.each([
    'The maximum number of results that can be returned',
    'The reserved quota',
    'See the reserved disks (deprecated).',
    '查询结果，请参见查询接口（废弃）',
    'GET /v2/things?limit=50，表示查询第1~50个',
    '返回结果个数限制',
    '约束限制：不涉及',
    'The time when the disk was created',
    'The error message returned if an error occurs',
  ])('%s', (text) => {
    const read = readCell(text);
    expect([read.schema, read.unparsed]).toEqual([{}, []]);
  });
});

describe('sentences that contradict each other', () => {
  it('bind nothing', () => {
    const read = readCell('最大值5。最大值6。', { type: 'integer' });
    expect([read.schema, read.unparsed.length]).toEqual([{}, 2]);
  });
  it('leave a list open', () => {
    const read = readCell('The value can be a1 or b2. The default value is c3.');
    expect(read.schema).toMatchObject({ enum: ['a1', 'b2'], 'x-open': true });
    expect(read.unparsed).not.toEqual([]);
  });
  it('let a default outweigh a bound', () => {
    const read = readCell('The value ranges from 1 to 9. The default value is -1.', { type: 'integer' });
    expect(read.schema).toEqual({ default: -1, maximum: 9 });
    expect(read.unparsed).toHaveLength(1);
  });
  it('leave the lower bound where it is above the upper one', () => {
    expect(readCell('最小值9，最大值6', { type: 'integer' }).schema).toEqual({});
  });
});
