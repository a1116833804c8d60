import { expect, test } from 'vitest';
import { outcomeOf } from '../../engine/judge/outcome.ts';
import { openOracle } from '../../generators/oracle.ts';
import { extensionOf, NoExtension } from '../../spec/extension.ts';
import { loadContract } from '../../spec/load.ts';
import { missingParts, pathIds } from '../../spec/parts.ts';
import { fill } from '../../spec/statement.ts';
import { lookupsFor } from '../../targets/lookups.ts';
import { deletion } from '../spec/deletion.ts';

const on = (status: string) => ({
  path: { project_id: 'p', volume_id: 'v' },
  body: '',
  volume: { size: 10, status, multiattach: false },
  servers: [],
});

test('a contract without a body is loaded, and may leave out what its page does not say', () => {
  expect(loadContract(JSON.stringify(deletion), 'x.json')).toEqual(deletion);
  expect(
    missingParts(deletion, 'size.maximum', { rests: ['job', 'status', 'envelope', 'truncation', 'clauses'] }),
  ).toHaveLength(5);
});

test('the oracle judges a request without a body by the state of the volume alone', () => {
  const oracle = openOracle(deletion);
  expect(oracle(on('available'))).toEqual({ kind: 'accept', size: null });
  expect(oracle(on('in-use'))).toEqual({ kind: 'refuse', clauses: ['state.deletable'] });
});

test('its path, look-ups and statements need no extension', () => {
  expect(pathIds(deletion, { project: 'p', volume: 'v' })).toEqual({ project_id: 'p', volume_id: 'v' });
  expect(lookupsFor(deletion).volume?.path).toBe('/v3/{project_id}/volumes/{volume_id}');
  expect(fill('answer {method} {path} with {status}, refuse with {envelope}', deletion)).toBe(
    'answer DELETE /v3/{project_id}/volumes/{volume_id} with the documented status, refuse with none',
  );
});

test('an answer is told by its status where the contract shows no error', () => {
  const answered = (status: number) => {
    const reply = { kind: 'answer', status, headers: {}, text: '{}', json: { error: {} }, truncated: false } as const;
    return outcomeOf({ request: { method: 'DELETE', path: '/' }, url: '', sent: {}, reply }, deletion);
  };
  expect([answered(202), answered(404)]).toEqual(['accepted', 'refused']);
});

test('whoever wants to extend by it is told that it cannot be', () => {
  expect(() => extensionOf(deletion)).toThrow(NoExtension);
  expect(() => extensionOf(deletion)).toThrow(/the contract v3\.delete\.volumes is of no operation that extends/);
});

test('a case schema with a body that the operation does not take is refused', () => {
  const { properties, ...rest } = deletion.case;
  const contract = { ...deletion, case: { ...rest, properties: { ...(properties as object), body: {} } } };
  expect(() => loadContract(JSON.stringify(contract), 'x.json')).toThrow(
    /x\.json#\/case: a case has a body, and the operation none/,
  );
});
