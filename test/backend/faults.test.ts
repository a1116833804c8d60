import { describe, expect, test } from 'vitest';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { createBench } from './bench.ts';
import { letters } from './letter/index.ts';

/** What is wrong with the service, by requirement. */
async function broken(fault?: FaultId): Promise<Record<string, string>> {
  const complaints: Record<string, string> = {};
  const bench = createBench({ fault });
  // The oldest volume is nobody's: a fault that changes it instead of the right one must show.
  await bench.setUp();
  for (const [id, letter] of Object.entries(letters({ fault }))) {
    const complaint = await letter(bench);
    if (complaint !== undefined) complaints[id] = complaint;
  }
  return complaints;
}

test('the conforming service breaks nothing', async () => {
  expect(await broken()).toEqual({});
});

describe('each fault breaks its requirement, and no other but those it names', () => {
  test.each(Object.values(faults))('$id', async ({ id, requirement, mayAlsoFail }) => {
    const found = await broken(id as FaultId);
    const expected = [requirement, ...mayAlsoFail];
    expect(Object.keys(found).sort(), JSON.stringify(found)).toEqual(expected.sort());
  });
});
