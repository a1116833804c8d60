import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { isExtension } from '../../../spec/extension.ts';
import { edit, english } from './page-texts.ts';

const of = (text: string) => derive({ name: 'page.md', text });
const unread = (text: string): readonly string[] => of(text).notUnderstood.map(({ text: said }) => said);

describe('a slip of a page that leaves no doubt', () => {
  it('is a sample that is no JSON: the tables say the rest, and it is named', () => {
    const text = edit(english, '200\n        }', '200');
    expect(isExtension(of(text).contract)).toBe(true);
    expect(unread(text)).toEqual([expect.stringContaining('"new_size": 200')]);
  });

  it('is a missing sample: what no sample shows is nested by its order', () => {
    const text = edit(english, /```json[\s\S]*?```/, '');
    expect(of(text).contract.request).toEqual(of(english).contract.request);
    expect(of(text).contract.samples.request).toEqual([]);
  });

  it('is a sample of another type than the table: of a request the table holds, of an answer both', () => {
    const asked = of(edit(english, '"new_size": 200', '"new_size": "200"')).contract;
    expect(asked.request).toEqual(of(english).contract.request);
    const told = of(edit(english, '"code": "XXX"', '"code": 1')).contract;
    expect(told.response.error.schema).toMatchObject({
      properties: { error: { properties: { code: { type: ['string', 'integer'] } } } },
    });
  });

  it('is a key that only a sample shows: no field, and named', () => {
    expect(unread(edit(english, '"new_size": 200', '"new_size": 200, "x": 1'))).toEqual(['"x"']);
    expect(unread(edit(english, /<tr id="row29607722103010">[\s\S]*?<\/tr>/, ''))).toEqual(['"job_id"']);
  });

  it('is a type that nobody knows: the field may be anything, and its row is named', () => {
    const text = edit(english, '<td>string</td>', '<td>quux</td>');
    expect(of(text).contract.response.success.schema).toEqual({
      type: 'object',
      required: ['job_id'],
      properties: { job_id: {} },
    });
    expect(unread(text)).toEqual(['job_id | quux']);
  });

  it('is an error without an envelope: where no sample shows one, both readings are right', () => {
    const flat = of(edit(english, /"error": \{([\s\S]*?)\}/, '$1')).contract;
    expect(flat.response.error.schema).toMatchObject({ required: ['message', 'code'] });
    const open = of(edit(english, /```json\s*\{\s*"error[\s\S]*?```/, '')).contract;
    expect(open.response.error.schema).toMatchObject({
      anyOf: [{ required: ['message', 'code'] }, { required: ['error'] }],
    });
  });

  it('never makes an extension of what has no size to bound', () => {
    const text = edit(edit(english, 'string, int', 'string, string'), '<td>int</td>', '<td>string</td>');
    const { contract } = of(text);
    expect([isExtension(contract), contract.operation.kind]).toEqual([false, 'action']);
  });
});
