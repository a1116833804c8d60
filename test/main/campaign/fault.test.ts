import { expect, test } from 'vitest';
import { contractRuns } from '../../../main/campaign/contracts.ts';

const asked = { only: undefined, challenge: undefined };

test('a fault is shown by a run that certifies its operation', () => {
  for (const contracts of [['delete-volume'], ['extend-volume', 'delete-volume']])
    expect(contractRuns({ ...asked, contracts, fault: 'delete-202' })).toHaveLength(contracts.length);
});

test('by any other it would be missed: an error says so', () => {
  expect(() => contractRuns({ ...asked, contracts: ['extend-volume'], fault: 'delete-202' })).toThrow(
    'delete-202 is a fault of delete-volume, and this run certifies extend-volume',
  );
});
