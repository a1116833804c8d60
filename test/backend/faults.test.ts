import { describe, expect, test } from 'vitest';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { broken } from './broken.ts';

test.each(['extend-volume', 'delete-volume'] as const)(
  'the conforming service breaks nothing of %s',
  async (operation) => {
    expect(await broken(undefined, { operation })).toEqual({});
  },
);

test.each(Object.values(faults).filter(({ operation }) => operation === 'delete-volume'))(
  '$id leaves the extension as it was',
  async ({ id }) => {
    expect(await broken(id as FaultId, { operation: 'extend-volume' })).toEqual({});
  },
);

describe('each fault breaks its requirement, and those that it names beside it', () => {
  test.each(Object.values(faults))('$id', async ({ id, requirement, mayAlsoFail }) => {
    const expected = [requirement, ...mayAlsoFail];
    expect(Object.keys(await broken(id as FaultId, { only: expected })).sort()).toEqual(expected.sort());
  });
});
