import { describe, expect, test } from 'vitest';
import type { Contract } from '../../../spec/contract.ts';
import { openApiDocument } from '../../../spec/openapi/document.ts';
import { actionWith, contractWith } from './contracts.ts';
import { expectValid } from './validators.ts';

/** The one operation of the document of some contracts, which is valid, and the schemas that have a name. */
async function operationOf(contracts: readonly Contract[]) {
  const document = openApiDocument(contracts, '1');
  await expectValid(document);
  const [operation, ...others] = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  if (operation === undefined || others.length > 0) throw new Error('there is not one operation');
  return { ...operation, schemas: document.components.schemas };
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const answering = (status: number | null, schema: object | null): Pick<Contract, 'response'> => ({
  response: { success: { status, schema: schema as Contract['request'] }, error: { schema: null } },
});

/** The contract of an action whose body has this value, in a list that is open or not. */
const byValue = (action: string, isOpen: boolean): Contract =>
  actionWith(action, {
    request: {
      type: 'object',
      required: ['action'],
      properties: { action: { enum: [action], ...(isOpen ? { 'x-open': true } : {}) } },
    },
  });

const noSamples = { request: [], query: [], success: [], error: [] };

describe('an operation of one contract', () => {
  test('has its id, parameters, body and samples', async () => {
    const operation = await operationOf([
      contractWith({
        id: 'rack',
        operation: {
          method: 'PUT',
          deprecated: true,
          query: {
            type: 'object',
            required: ['limit'],
            properties: { limit: { type: 'integer' }, old: { type: 'string', deprecated: true } },
          },
        },
        request: { type: 'object', properties: { name: { maxBytes: 9 } } },
        ...answering(202, { type: 'object' }),
        samples: { request: [{ name: 'x' }, { name: 'y' }], query: [{ limit: 3 }], success: [{}], error: [] },
      }),
    ]);
    expect(operation).toMatchObject({
      operationId: 'rack',
      deprecated: true,
      parameters: [
        { name: 'project_id', in: 'path', required: true },
        { name: 'rack_id', in: 'path', required: true },
        { name: 'limit', in: 'query', required: true, examples: { rack: { value: 3 } } },
        { name: 'old', in: 'query', required: false, deprecated: true },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: reference('rack'),
            examples: {
              rack: { summary: 'Sample', value: { name: 'x' } },
              'rack-2': { summary: 'Sample 2', value: { name: 'y' } },
            },
          },
        },
      },
      responses: {
        202: {
          content: { 'application/json': { schema: reference('rack.answer'), examples: { rack: { value: {} } } } },
        },
      },
      schemas: {
        rack: { properties: { name: { maxLength: 9, 'x-evs-max-bytes': 9 } } },
        'rack.answer': { type: 'object' },
      },
    });
    expect(operation.responses['4XX']).toEqual({ description: 'Refusal' });
  });

  test('without a body has none, and without a status any success', async () => {
    const operation = await operationOf([contractWith({ samples: noSamples, ...answering(null, null) })]);
    expect(operation).not.toHaveProperty('requestBody');
    expect(operation.responses).toEqual({ '2XX': { description: 'Success' }, '4XX': { description: 'Refusal' } });
  });

  test('quotes no sentence that was not understood', async () => {
    const sentence = { heading: 'Limits', line: 7, sha256: 'a'.repeat(64), text: 'At most as many as there are.' };
    const [part] = (await operationOf([contractWith({ unparsed: [sentence] })]))['x-evs-operations'];
    expect(part?.unparsed).toEqual([{ heading: 'Limits', line: 7 }]);
  });
});

describe('an operation of several contracts', () => {
  test('takes exactly one of their bodies, where a key tells them apart', async () => {
    const operation = await operationOf([actionWith('grow'), actionWith('move')]);
    expect(operation.operationId).toBe('v2.post.racks.action');
    expect(operation.requestBody?.content['application/json'].schema).toMatchObject({
      oneOf: [reference('act.grow'), reference('act.move')],
    });
    expect(operation.schemas).toMatchObject({ 'act.grow': { title: 'grow' }, 'act.move': { title: 'move' } });
    expect(operation['x-evs-operations']).toMatchObject([
      { id: 'act.grow', action: 'grow' },
      { id: 'act.move', action: 'move' },
    ]);
  });

  test.each<[string, readonly Contract[]]>([
    ['of one key', [actionWith('grow', { id: 'a' }), actionWith('grow', { id: 'b' })]],
    ['whose key may be missing', [actionWith('grow'), actionWith('move', { request: { type: 'object' } })]],
    ['that lists other values may follow', [byValue('grow', true), byValue('move', true)]],
  ])('takes any of their bodies, %s', async (_what, contracts) => {
    const { requestBody } = await operationOf(contracts);
    expect(requestBody?.content['application/json'].schema).toHaveProperty('anyOf');
  });

  test('takes exactly one of those that a value tells apart', async () => {
    const { requestBody } = await operationOf([byValue('grow', false), byValue('move', false)]);
    expect(requestBody?.content['application/json'].schema).toHaveProperty('oneOf');
  });

  test('marks the bodies of those that are deprecated', async () => {
    const old = actionWith('grow');
    const { deprecated, schemas } = await operationOf([
      { ...old, operation: { ...old.operation, deprecated: true } },
      actionWith('move'),
    ]);
    expect(deprecated).toBeUndefined();
    expect(schemas).toMatchObject({ 'act.grow': { deprecated: true } });
    expect(schemas['act.move']).not.toHaveProperty('deprecated');
  });

  test('has the id of the first where another operation has that of the route', async () => {
    const route = contractWith({ id: 'v2.post.racks.action' });
    const document = openApiDocument([actionWith('grow'), actionWith('move'), route], '1');
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids).toEqual(['v2.post.racks.action', 'act.grow']);
  });

  test('has their statuses side by side, and says which have no body', async () => {
    const { deprecated, requestBody, responses, schemas } = await operationOf([
      actionWith('grow', answering(202, { type: 'object' })),
      actionWith('lock', answering(200, null)),
      actionWith('move', { ...answering(202, null), request: null }),
      actionWith('turn', answering(202, { type: 'array' })),
    ]);
    expect(deprecated).toBeUndefined();
    expect(requestBody?.required).toBe(false);
    expect(Object.keys(responses)).toEqual(['200', '202', '4XX']);
    expect(responses['200']).toEqual({ description: 'Success of lock' });
    expect(responses['202']).toMatchObject({
      description: 'Success of grow, move, turn',
      content: {
        'application/json': { schema: { anyOf: [reference('act.grow.answer'), reference('act.turn.answer')] } },
      },
      'x-evs-no-body': ['act.move'],
    });
    expect(schemas).toMatchObject({ 'act.turn.answer': { title: 'turn', type: 'array' } });
  });
});
