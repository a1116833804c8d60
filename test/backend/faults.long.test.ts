import { describe, expect, test } from 'vitest';
import type { Fault } from '../../backend/fault.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { broken } from './broken.ts';

describe('each fault breaks its requirement, and no other but those it names', () => {
  test.each(Object.values<Fault>(faults).filter(({ dialects }) => dialects === undefined))(
    '$id',
    async ({ id, requirement, mayAlsoFail }) => {
      const found = await broken(id as FaultId);
      const expected = [requirement, ...mayAlsoFail];
      expect(Object.keys(found).sort(), JSON.stringify(found)).toEqual(expected.sort());
    },
  );
});
