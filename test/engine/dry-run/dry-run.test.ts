import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DryRunOptions, performDryRun } from '../../../engine/dry-run/dry-run.ts';
import { findContract } from '../../../spec/load.ts';
import { missingParts } from '../../../spec/parts.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { lookupsFor } from '../../../targets/lookups.ts';
import { certifyBackend, committed } from '../../suites/bench.ts';
import { requirement, requirementIds } from '../../suites/register.ts';

const cinder = findContract('cinder-extend');

const plain: DryRunOptions = {
  operation: extendVolume,
  contract: committed,
  project: 'p1',
  volumes: { kind: 'hook', url: '' },
  auth: 'token',
  observe: lookupsFor(committed.contract),
  allowance: {},
  seed: 7,
  runs: 20,
  extensions: 4,
  minSize: 10,
  concurrency: 8,
  jobMs: 60_000,
  version: '0',
};
const inventory = [
  { id: 'v1', project: 'p1', status: 'available', multiattach: false, servers: [] },
  { id: 'v2', project: 'p1', status: 'in-use', multiattach: false, servers: ['ACTIVE'] },
  { id: 'v3', project: 'p1', status: 'available', multiattach: true, servers: [] },
] as const;

type Rows = Awaited<ReturnType<typeof performDryRun>>['rows'];
const of = (rows: Rows, kind: string): readonly string[] =>
  rows.filter(({ verdict }) => verdict.kind === kind).map(({ id }) => id);

describe('a dry run', () => {
  test('accuses the ideal service of nothing, whatever the run is told', async () => {
    const ways = [
      { kind: 'hook', url: '' },
      { kind: 'evs', project: 'p1', multiattach: true, paths: {} as never },
      { kind: 'openstack', project: 'p1', endpoint: '/v3', multiattachType: 'm', resetState: true, attach: true },
      { kind: 'inventory', list: inventory, maxGb: 200 },
      { kind: 'nowhere' },
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          contract: fc.constantFrom(committed, cinder),
          volumes: fc.constantFrom(...ways),
          seed: fc.nat(),
          runs: fc.integer({ min: 1, max: 30 }),
          concurrency: fc.constantFrom(1, 4, 12),
          maxGb: fc.constantFrom(undefined, 200),
          auth: fc.constantFrom('none', 'token'),
          allowance: fc.record({
            volumes: fc.constantFrom(undefined, 1, 5, 20),
            requests: fc.constantFrom(undefined, 1, 100, 1000),
            perSecond: fc.constantFrom(undefined, 10),
          }),
        }),
        async (told) => {
          const { rows } = await performDryRun({ ...plain, ...told });
          expect([of(rows, 'fail'), of(rows, 'broken')]).toEqual([[], []]);
        },
      ),
      { numRuns: 30, seed: 5 },
    );
  });

  test('judges every requirement that the contract states where every volume can be had', async () => {
    for (const contract of [committed, cinder]) {
      const { rows } = await performDryRun({ ...plain, contract });
      expect(of(rows, 'inconclusive')).toEqual([]);
      const stated = requirementIds.filter((id) => missingParts(contract.contract, id, requirement(id)).length === 0);
      expect(of(rows, 'pass')).toEqual(stated);
    }
  });

  test('counts what the run then does', async () => {
    const alone = { ...plain, concurrency: 1 };
    const planned = await performDryRun(alone);
    const { ledger } = await certifyBackend({}, alone);
    expect(Math.abs(planned.volumes / ledger.volumesCreated - 1)).toBeLessThan(0.1);
    expect(Math.abs(planned.requests / ledger.requests - 1)).toBeLessThan(0.3);
  });

  test('is the same each time', async () => {
    expect(await performDryRun(plain)).toEqual(await performDryRun(plain));
  });

  test('keeps to the hard limits, and says what does not fit', async () => {
    const allowance = { volumes: 3, requests: 200 };
    const { volumes, requests, rows } = await performDryRun({ ...plain, concurrency: 1, allowance });
    expect(volumes).toBeLessThanOrEqual(3);
    expect(requests).toBeLessThanOrEqual(200);
    const reasons = rows.flatMap(({ verdict }) => (verdict.kind === 'inconclusive' ? [verdict.reason] : []));
    expect(reasons.some((reason) => reason.startsWith('budget: the'))).toBe(true);
  });

  test('counts the waiting of a rate without waiting', async () => {
    const { requests, waitedMs } = await performDryRun({ ...plain, concurrency: 1, allowance: { perSecond: 2 } });
    expect(waitedMs).toBeGreaterThanOrEqual((requests - 1) * 500);
  });

  test('sets nothing up where the volumes are there already, and grows them within their budget', async () => {
    const told = { volumes: { kind: 'inventory', list: inventory, maxGb: 200 }, maxGb: 200 } as const;
    const { volumes, volumesAtOnce, gbSetUp, gbAdded, gbAtOnce } = await performDryRun({ ...plain, ...told });
    expect({ volumes, volumesAtOnce, gbSetUp }).toEqual({ volumes: 0, volumesAtOnce: 3, gbSetUp: 0 });
    expect(gbAtOnce).toBe(3 * plain.minSize + gbAdded);
    expect(gbAtOnce).toBeLessThanOrEqual(3 * 200);
  });
});
