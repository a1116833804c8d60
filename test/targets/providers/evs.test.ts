import { describe, expect, test } from 'vitest';
import { evsProvider } from '../../../targets/providers/evs.ts';
import { evsPaths, openEvsApi } from '../../../targets/providers/evs-api.ts';
import { madeNone, type VolumeSpec } from '../../../targets/volume-source.ts';
import type { NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { fakeClock } from '../../wire/fake-clock.ts';
import { scripted } from '../../wire/scripted.ts';
import { withSetUps } from '../set-ups.ts';

const { answer, none } = scripted;
const spec: VolumeSpec = { size: 40, status: 'available', multiattach: false, servers: [] };
const name = 'evs-conformance-r-1';
const volume = { project: 'p', id: 'v', name };
const limits = { setUp: { timeoutMs: 5_000 }, teardown: { timeoutMs: 5_000 } };

const accepted = answer(200, { job_id: 'j' });
const done = answer(200, { status: 'SUCCESS', entities: { volume_id: 'v' } });
const is = (status: string) => answer(200, { volume: { id: 'v', status } });
const refusal = (status: number, message: string) => answer(status, { error: { message, code: 'EVS.1' } });
const listing = (...names: readonly string[]) =>
  answer(200, { volumes: names.map((one) => ({ id: `id of ${one}`, name: one })) });

function evsThat(...replies: readonly (WireAnswer | NoAnswer)[]) {
  const transport = scripted.transport(replies);
  const api = openEvsApi(transport, fakeClock(), evsPaths);
  const events: string[] = [];
  const wishes = {
    project: 'p',
    multiattach: true,
    requestMs: 1_000,
    volumeType: 'SSD',
    availabilityZone: 'az',
  };
  const provider = withSetUps(
    evsProvider(api, wishes, limits, fakeClock()),
    (_, named) => void events.push(`creating ${named?.name} after ${transport.requests.length} requests`),
  );
  return { provider, events, requests: transport.requests };
}

test('a volume is created under a name that was written down before, and handed out once it is available', async () => {
  const { provider, events, requests } = evsThat(
    accepted,
    answer(200, { status: 'RUNNING' }),
    done,
    is('creating'),
    is('available'),
  );
  expect(await provider.obtain({ ...spec, multiattach: true })).toEqual({ kind: 'volume', volume });
  expect(events).toEqual([`creating ${name} after 0 requests`]);
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v2/p/cloudvolumes',
    'GET /v1/p/jobs/j',
    'GET /v1/p/jobs/j',
    'GET /v2/p/cloudvolumes/v',
    'GET /v2/p/cloudvolumes/v',
  ]);
  const wish = { name, size: 40, availability_zone: 'az', volume_type: 'SSD', multiattach: true, count: 1 };
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ volume: wish });
});

test.each([{ volume_id: 'v' }, { volume: { id: 'v' } }, { volume_ids: ['v'] }])(
  'an answer that names the volume at once will do: %j',
  async (body) => {
    expect(await evsThat(answer(202, body), is('available')).provider.obtain(spec)).toEqual({ kind: 'volume', volume });
  },
);

test.each<[string, Partial<VolumeSpec>]>([
  ['none that are in-use', { status: 'in-use', servers: ['ACTIVE'] }],
  ['none that are error', { status: 'error' }],
  ['none of another tenant', { tenant: 'other' }],
])('it cannot make everything: %s', async (reason, wish) => {
  const { provider, requests } = evsThat(accepted);
  const obtained = await provider.obtain({ ...spec, ...wish });
  expect(obtained).toEqual({ kind: 'unavailable', reason: expect.stringContaining(reason), room: 'never' });
  expect(requests).toEqual([]);
});

test.each([[[refusal(403, 'Quota exceeded for volumes')]], [[answer(413, { overLimit: { message: 'too many' } })]]])(
  'a quota that is exhausted is said, and there may be room later',
  async (replies) => {
    const { provider } = evsThat(...replies);
    const obtained = await provider.obtain(spec);
    expect(obtained).toEqual({
      kind: 'unavailable',
      reason: expect.stringMatching(/^the quota is exhausted: .*(answered 4\d\d|over the quota)/),
    });
    expect(madeNone(obtained)).toBe(true);
  },
);

describe('a creation that goes wrong', () => {
  const found = { ...volume, id: `id of ${name}` };
  test.each<[string, readonly (WireAnswer | NoAnswer)[], RegExp, unknown]>([
    ['is refused', [refusal(400, 'no such type')], /answered 400 \(no such type, EVS.1\)/, 'no'],
    ['reaches nobody', [none('unreachable')], /gave no answer/, 'no'],
    ['gets no answer, and is there', [none('timeout'), listing('x', name)], /gave no answer/, found],
    ['gets no answer, and is not there', [none('reset'), listing(`${name}0`)], new RegExp(`named ${name}$`), 'unknown'],
    ['gets 500, and nothing can be listed', [answer(500)], /answered 500/, 'unknown'],
    ['names nothing', [answer(200, {}), listing()], /neither a job_id nor the id/, 'unknown'],
    [
      'ends in FAIL',
      [accepted, answer(200, { status: 'FAIL', fail_reason: 'no host', entities: { volume_id: 'v' } })],
      /failed \(no host\)/,
      volume,
    ],
    ['ends in FAIL, and left one', [accepted, answer(200, { status: 'FAIL' }), listing(name)], /no reason/, found],
    [
      'ends in nothing',
      [accepted, answer(200, { status: 'SUCCESS' }), listing()],
      /SUCCESS without entities/,
      'unknown',
    ],
    ['leaves it in error', [accepted, done, is('error')], /is "error", and did not become available/, volume],
    [
      'never ends',
      [accepted, answer(200, { status: 'RUNNING' })],
      /is at RUNNING, and did not end within 5000 ms/,
      'unknown',
    ],
  ])('because it %s', async (_, replies, reason, made) => {
    const { provider, requests } = evsThat(...replies);
    expect(await provider.obtain(spec)).toEqual({ kind: 'failed', reason: expect.stringMatching(reason), made });
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('a deletion', () => {
  test('is done when the volume is gone', async () => {
    const { provider, requests } = evsThat(accepted, is('deleting'), answer(404));
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(requests[0]).toMatchObject({ method: 'DELETE', path: '/v2/p/cloudvolumes/v' });
  });

  test('of what is gone already is done', async () => {
    expect(await evsThat(answer(404)).provider.giveBack(volume)).toBeUndefined();
  });

  test('is asked for again where the volume is busy, or no answer comes', async () => {
    const { provider } = evsThat(refusal(409, 'busy'), none('reset'), answer(202), answer(404));
    expect(await provider.giveBack(volume)).toBeUndefined();
  });

  test.each([
    [[refusal(409, 'busy')], /asked for 6 times, answered 409 \(busy, EVS.1\)/],
    [[answer(204), is('error_deleting')], /was accepted, and after 5000 ms it is "error_deleting"/],
    [[answer(204), is('available')], /was accepted, and after 5000 ms it is "available"/],
  ])('that fails says so', async (replies, reason) => {
    expect(await evsThat(...replies).provider.giveBack(volume)).toMatch(reason);
  });
});

test('a name is looked for exactly, in the list that the service gives', async () => {
  const { provider, requests } = evsThat(listing('evs', name, `${name}2`));
  expect(await provider.find?.('p', name)).toEqual([{ ...volume, id: `id of ${name}` }]);
  expect(requests[0]?.path).toBe(`/v2/p/cloudvolumes/detail?name=${name}`);
  expect(await evsThat(answer(500)).provider.find?.('p', name)).toMatch(/the list of volumes answered 500/);
});
