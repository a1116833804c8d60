import { expect, test } from 'vitest';
import { samplesOf } from '../../../spec/openapi/samples.ts';
import { actionWith, contractWith } from './contracts.ts';

const withRequests = (request: readonly unknown[]) => ({ samples: { request, query: [], success: [], error: [] } });

test('a sample that its schema refuses is no example', () => {
  const rack = contractWith({ id: 'rack', ...withRequests([{ size: 1 }, { size: 'x' }, { size: 2 }]) });
  const samples = samplesOf(
    [rack],
    (part) => part.samples.request,
    () => ({ type: 'object', properties: { size: { type: 'integer' } } }),
  );
  expect(samples).toEqual({
    examples: {
      rack: { summary: 'Sample', value: { size: 1 } },
      'rack-3': { summary: 'Sample 3', value: { size: 2 } },
    },
    'x-evs-samples': [{ summary: 'Sample 2', value: { size: 'x' } }],
  });
});

test('a sample that null alone makes wrong is an example without', () => {
  const [shown, bare] = [{ rack: { name: null, size: 1, of: [{ id: null }] } }, { rack: { size: 1, of: [{}] } }];
  const samples = samplesOf(
    [contractWith({ id: 'rack', ...withRequests([shown]) })],
    (part) => part.samples.request,
    () => ({ properties: { rack: { properties: { name: { type: 'string' } } } } }),
  );
  expect(samples).toEqual({
    examples: { rack: { summary: 'Sample, without null', value: bare } },
    'x-evs-samples': [{ summary: 'Sample', value: shown }],
  });
});

test('samples of several contracts are told apart by their keys, and without a schema all are right', () => {
  const parts = [actionWith('grow', withRequests([1])), actionWith('move', withRequests([2]))];
  const samples = samplesOf(
    parts,
    (part) => part.samples.request,
    () => undefined,
  );
  expect(samples).toEqual({
    examples: { 'act.grow': { summary: 'grow', value: 1 }, 'act.move': { summary: 'move', value: 2 } },
  });
});

test('where there are none, nothing is said', () => {
  expect(
    samplesOf(
      [contractWith({})],
      () => [],
      () => ({}),
    ),
  ).toEqual({});
});
