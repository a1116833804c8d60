import { expect, test } from 'vitest';
import type { Backend, BackendOptions } from '../../../backend/backend.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { evsPaths } from '../../../targets/providers/evs-api.ts';
import type { VolumeSettings } from '../../../targets/providers/open.ts';
import type { BenchSettings } from '../../suites/bench.ts';
import { judged, recorded } from './recorded.ts';

type HonestRun = readonly [
  what: string,
  backend: BackendOptions,
  settings: BenchSettings,
  places: Parameters<typeof recorded>[2],
];

const project = 'a'.repeat(32);

async function setUp({ app }: Backend, status: string, multiattach: boolean, servers: readonly string[]) {
  const params = { size: 40, status, multiattach, servers };
  const body = JSON.stringify({ state: 'volume', action: 'setup', params });
  const answer = await app.request('/states', { method: 'POST', body });
  const { volume_id: id } = (await answer.json()) as { volume_id: string };
  return { id, project, status, multiattach, servers };
}

const inventory = async (backend: Backend): Promise<{ readonly volumes: VolumeSettings }> => ({
  volumes: {
    kind: 'inventory',
    maxGb: 200,
    list: [
      await setUp(backend, 'available', false, []),
      await setUp(backend, 'in-use', false, ['ACTIVE']),
      await setUp(backend, 'available', true, []),
    ],
  },
});

/** Interrupts a run when it has sent so many requests. */
function interruptedAfter(most: number): { readonly signal: AbortSignal; readonly count: () => void } {
  const stop = new AbortController();
  let count = 0;
  return {
    signal: stop.signal,
    count() {
      count += 1;
      if (count === most) stop.abort();
    },
  };
}

const few: BenchSettings = { runs: 3, extensions: 2 };
const some = ['size.greater', 'effect.refusal', 'job.reachable'] as RequirementId[];
const blind = { observe: { volume: null, job: null } };

const runs: readonly HonestRun[] = [
  ['on an inventory', {}, { ...few, maxGb: 200 }, inventory],
  ['of a faulty server, on an inventory', { fault: 'refusal-changes-size' }, { ...few, maxGb: 200 }, inventory],
  ['with few volumes', {}, few, { allowance: { volumes: 12 } }],
  ['with few requests', {}, { ...few, concurrency: 1 }, { allowance: { requests: 150 } }],
  ['with few requests, side by side', { fault: 'refusal-changes-size-later' }, few, { allowance: { requests: 300 } }],
  ['of some requirements', {}, { ...few, only: some }, {}],
  ['that cannot see volumes', {}, few, blind],
  ['that cannot see the volumes of a server that does nothing', { fault: 'success-without-effect' }, few, blind],
  [
    'of volumes that the vendor’s own endpoints make',
    {},
    few,
    { volumes: { kind: 'evs', project, multiattach: true, paths: evsPaths } },
  ],
  ['one check after the other', {}, { ...few, concurrency: 1 }, {}],
  ['of slow jobs', { jobDelayMs: 9_000 }, { ...few, extensions: 12 }, {}],
];

test.each(runs)('a run %s is verified', async (_what, backend, settings, places) => {
  const { result, text } = await recorded(backend, settings, places);
  const { problems, result: again } = await judged(text);
  expect(problems).toEqual([]);
  expect(again.rows).toEqual(result.rows);
});

test.each([20, 200, 500])('a run that is interrupted after %i requests is verified', async (most) => {
  const { signal, count } = interruptedAfter(most);
  const { result, text } = await recorded({}, { ...few, signal }, {}, count);
  const { problems, result: again } = await judged(text);
  expect(problems).toEqual([]);
  expect(again.rows).toEqual(result.rows);
  expect(again.interrupted).toBe(true);
});
