import { describe, expect, test } from 'vitest';
import type { Contract } from '../../../spec/contract.ts';
import { diffContracts } from '../../../spec/diff/contracts.ts';
import { rackPage } from '../../cli/rack-page.ts';
import { contractOfPage } from './changes.ts';

const { contract } = contractOfPage(rackPage);
const object = (properties: object) => ({ type: 'object', properties });
const lines = (before: Partial<Contract>, after: Partial<Contract>) =>
  diffContracts(
    { contract: { ...contract, ...before }, provenance: null },
    { contract: { ...contract, ...after }, provenance: null },
    undefined,
  ).map((each) => `${each.class} | ${each.where} | ${each.what}`);
const queried = (query: object, roles: Contract['operation']['roles'] = {}): Partial<Contract> => ({
  operation: { ...contract.operation, query: object(query), roles },
});

describe('a query', () => {
  test('a parameter that comes is one more that is right', () => {
    expect(lines(queried({}), queried({ limit: { type: 'integer' } }))).toEqual([
      'loosening | query /limit | new: optional, integer',
    ]);
  });

  test('what a parameter is understood to do is told where both have it', () => {
    const status = { status: { type: 'string' } };
    const filters = queried(status, { filters: { status: '/status' } });
    expect(lines(queried(status), filters)).toEqual(['tightening | query /status | does: none → filter by /status']);
    expect(lines(filters, queried({}))).toEqual(['tightening | query /status | gone: optional, string']);
  });
});

describe('a field', () => {
  const size = { type: 'integer', maximum: 48 };

  test('that is moved is told once, with where it was', () => {
    const nested = { request: object({ rack: object({ size }) }) };
    expect(lines({ request: object({ size, rack: object({}) }) }, nested)).toEqual([
      'breaking | request /rack/size | moved here from /size',
    ]);
  });

  test('is told without what stands inside it', () => {
    const rack = { type: 'object', required: ['size'], properties: { size } };
    expect(lines({ request: object({}) }, { request: object({ rack }) })).toEqual([
      'loosening | request /rack | new: optional, object',
    ]);
  });

  test('that is taken back binds nobody any more', () => {
    const deprecated = { type: 'integer', maximum: 50, deprecated: true };
    expect(lines({ request: object({ size }) }, { request: object({ size: deprecated }) })).toEqual([
      'loosening | request /size | deprecated none → true',
      'metadata | request /size | maximum 48 → 50',
    ]);
    expect(lines({ request: object({ size: deprecated }) }, { request: object({}) })).toEqual([
      'metadata | request /size | gone: optional, integer, at most 50, deprecated',
    ]);
  });
});

describe('an answer', () => {
  const answered = (schema: Contract['request'], status: number | null = 200): Partial<Contract> => ({
    response: { success: { status, schema }, error: { schema: null } },
  });

  test('asks for more with a body, a status or an obligation that it had not', () => {
    const id = { id: { type: 'string' } };
    expect(lines(answered(null, null), answered(object(id)))).toEqual([
      'tightening | answer | status none → 200',
      'tightening | answer / | the body is new',
    ]);
    expect(lines(answered(object(id)), answered({ ...object(id), required: ['id'] }))).toEqual([
      'tightening | answer /id | optional → required',
    ]);
  });

  test('of more shapes is right more often', () => {
    const shape = (name: string) => ({ type: 'object', required: [name], properties: { [name]: {} } });
    const both = { anyOf: [shape('a'), shape('b')] };
    expect(lines(answered({ anyOf: [shape('a')] }), answered(both))).toContain(
      'loosening | answer / | ["a"] → ["a"] or ["b"]',
    );
  });
});
