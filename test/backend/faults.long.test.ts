import { describe, expect, test } from 'vitest';
import type { Fault } from '../../backend/fault.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { shown } from '../../reports/text.ts';
import { broken } from './broken.ts';

describe('each fault breaks its requirement, and no other but those it names', () => {
  test.each(Object.values<Fault>(faults).filter(({ dialects }) => dialects === undefined))(
    '$id',
    async ({ id, requirement, mayAlsoFail }) => {
      const found = await broken(id as FaultId);
      const expected: readonly string[] = [requirement, ...mayAlsoFail];
      const held = expected.filter((one) => !Object.hasOwn(found, one));
      // a complaint may hold the whole state of the service
      const notNamed = Object.entries(found)
        .filter(([one]) => !expected.includes(one))
        .map(([one, complaint]) => `${one}: ${shown(complaint, 200)}`);
      expect({ notNamed, held }).toEqual({ notNamed: [], held: [] });
    },
  );
});
