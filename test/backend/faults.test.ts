import { describe, expect, test } from 'vitest';
import type { Fault } from '../../backend/fault.ts';
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

/** Those that the first dialect can have: the letters are its own. */
const ofFirst = Object.values<Fault>(faults).filter(({ dialects }) => dialects === undefined);

describe('each fault breaks its requirement, and those that it names beside it', () => {
  test.each(ofFirst)('$id', async ({ id, requirement, mayAlsoFail }) => {
    const expected = [requirement, ...mayAlsoFail];
    expect(Object.keys(await broken(id as FaultId, { only: expected })).sort()).toEqual(expected.sort());
  });
});
