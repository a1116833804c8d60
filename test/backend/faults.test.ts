import { describe, expect, test } from 'vitest';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { broken } from './broken.ts';

test('the conforming service breaks nothing', async () => {
  expect(await broken()).toEqual({});
});

describe('each fault breaks its requirement, and those that it names beside it', () => {
  test.each(Object.values(faults))('$id', async ({ id, requirement, mayAlsoFail }) => {
    const expected = [requirement, ...mayAlsoFail];
    expect(Object.keys(await broken(id as FaultId, expected)).sort()).toEqual(expected.sort());
  });
});
