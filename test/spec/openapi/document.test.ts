import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../spec/load.ts';
import { OpenApiError, openApiDocument } from '../../../spec/openapi/document.ts';
import { committed } from '../committed.ts';
import { actionWith, contractWith } from './contracts.ts';
import { expectValid, extensionProblems } from './validators.ts';

describe('the document of the contracts that come along', () => {
  const contracts = committed.map(({ name, text }) => loadContract(text, name));
  const document = openApiDocument(contracts, '1.2.3');

  test('is valid, and so are its extensions', async () => {
    await expectValid(document);
    expect(document.info).toMatchObject({ title: 'API of volumes', version: '1.2.3' });
    expect(document.tags).toEqual([
      { name: 'Volumes', description: expect.stringMatching(/^\d operations: v2, v2.1, v3\.$/) },
    ]);
  });

  test('has every operation once, with what OpenAPI cannot say', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const parts = operations.flatMap((operation) => operation['x-evs-operations']);
    expect(parts.map(({ id }) => id).toSorted()).toEqual(contracts.map(({ id }) => id).toSorted());
    expect(parts.find(({ id }) => id === 'extend-volume')).toMatchObject({
      status: 200,
      relative: [{ pointer: '/body/os-extend/new_size', keyword: 'exclusiveMinimum', than: '/fixtures/volume/size' }],
      truncated: ['/body/os-extend/new_size'],
      preconditions: [{ on: 'volume.multiattach' }, { on: 'volume.servers' }],
      readings: [{ fact: 'size.range' }],
    });
  });
});

test('nothing of it is another the next time, or in another order of contracts', () => {
  const contracts = [actionWith('b'), actionWith('a'), contractWith({})];
  expect(JSON.stringify(openApiDocument(contracts, '1'))).toBe(
    JSON.stringify(openApiDocument(contracts.toReversed(), '1')),
  );
});

test('paths that differ in the names of their parameters are one', async () => {
  const document = openApiDocument(
    [
      contractWith({ id: 'one' }),
      contractWith({
        id: 'two',
        operation: {
          method: 'DELETE',
          path: '/v2/{tenant_id}/racks/{id}',
          parameters: { tenant_id: { type: 'string' }, id: { type: 'string', maxLength: 36 } },
        },
      }),
    ],
    '1',
  );
  await expectValid(document);
  expect(Object.keys(document.paths)).toEqual(['/v2/{project_id}/racks/{rack_id}']);
  const { delete: removal } = document.paths['/v2/{project_id}/racks/{rack_id}'] ?? {};
  expect(removal?.parameters).toMatchObject([{ name: 'project_id' }, { name: 'rack_id', schema: { maxLength: 36 } }]);
  expect(removal?.['x-evs-operations']).toMatchObject([{ path: '/v2/{tenant_id}/racks/{id}' }]);
});

test.each([
  ['none', [], /there is no contract/],
  ['two of one id', [contractWith({ id: 'twin' }), actionWith('a', { id: 'twin' })], /two contracts have the id twin:/],
])('no document is made of %s', (_what, contracts, message) => {
  const make = () => openApiDocument(contracts, '1');
  expect(make).toThrow(OpenApiError);
  expect(make).toThrow(message);
});

test.each([
  ['an unknown one', { info: { 'x-evs-unknown': 1 } }],
  ['one of another shape', { paths: { '/x': { get: { 'x-evs-operations': [{ id: 1 }] } } } }],
  ['one within another', { 'x-evs-says': { items: [{ 'x-evs-open': false }] } }],
])('the schema of the extensions refuses %s', (_what, document) => {
  expect(extensionProblems(document)).not.toEqual([]);
});
