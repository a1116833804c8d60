import { expect, test } from 'vitest';
import { performDryRun } from '../../../engine/dry-run/dry-run.ts';
import { idsIn, registers } from '../../../spec/requirements.ts';
import { deleteVolume } from '../../../suites/delete-volume/operation.ts';
import { lookupsFor } from '../../../targets/lookups.ts';
import { certifyBackend, deletion } from '../../suites/bench.ts';

const plain = {
  operation: deleteVolume,
  contract: deletion,
  project: 'p1',
  volumes: { kind: 'hook', url: '' },
  auth: 'token',
  observe: lookupsFor(deletion.contract),
  allowance: {},
  seed: 7,
  runs: 20,
  extensions: 4,
  minSize: 10,
  concurrency: 1,
  jobMs: 60_000,
  version: '0',
} as const;

test('a dry run of a deletion judges every row, and adds no capacity', async () => {
  const { rows, gbAdded, volumes, gbSetUp } = await performDryRun(plain);
  const judged = rows.filter(({ verdict }) => verdict.kind === 'pass').map(({ id }) => id);
  expect(judged).toEqual(idsIn(registers['delete-volume']));
  expect(gbAdded).toBe(0);
  expect(gbSetUp).toBe(volumes * plain.minSize);
});

test('it removes its volumes: no more are there at once than are in use', async () => {
  const { volumes, volumesAtOnce, gbAtOnce } = await performDryRun(plain);
  expect(volumesAtOnce).toBeLessThan(volumes / 2);
  expect(gbAtOnce).toBe(volumesAtOnce * plain.minSize);
});

test('it counts what the run then does', async () => {
  const planned = await performDryRun(plain);
  const { ledger } = await certifyBackend({}, { contract: deletion, runs: 20, extensions: 4, concurrency: 1 });
  expect(Math.abs(planned.volumes / ledger.volumesCreated - 1)).toBeLessThan(0.1);
  // a look more or less counts for much where a case is one request
  expect(Math.abs(planned.requests / ledger.requests - 1)).toBeLessThan(0.4);
});

test('within few volumes it says what does not fit', async () => {
  const { volumes, rows } = await performDryRun({ ...plain, allowance: { volumes: 5 } });
  expect(volumes).toBeLessThanOrEqual(5);
  expect(rows.filter(({ verdict }) => ['fail', 'broken'].includes(verdict.kind))).toEqual([]);
  const reasons = rows.flatMap(({ verdict }) => (verdict.kind === 'inconclusive' ? [verdict.reason] : []));
  expect(reasons.join('\n')).toContain('budget: the');
});
