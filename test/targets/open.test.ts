import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../cli/clock.ts';
import { openTarget } from '../../targets/open.ts';
import { fakeClock } from '../wire/fake-clock.ts';
import { httpServer } from '../wire/servers.ts';

const observe = { volume: { path: '/{volume_id}', at: '' }, job: null };
const spec = { size: 40, status: 'available', multiattach: false, servers: [] };

test('the token goes to the target and never to the state hook', async () => {
  const vendor = await httpServer((_, response) => void response.end('{"size":40,"status":"available"}'));
  const hook = await httpServer((_, response) => void response.end('{"project_id":"p","volume_id":"v"}'));
  const options = { url: vendor.url, states: hook.url, token: 'a-token', requestMs: 5000, observe, clock: fakeClock() };
  const { target, close } = openTarget(options);
  onTestFinished(close);
  const obtained = await target.custody.obtain(spec);
  expect(obtained).toEqual({ kind: 'volume', volume: { project: 'p', id: 'v' } });
  await target.observer.volume({ project: 'p', id: 'v' });
  expect(vendor.arrived[0]?.headers['x-auth-token']).toBe('a-token');
  expect(JSON.stringify(hook.arrived)).not.toContain('a-token');
});

test('after an interruption the target hears nothing more, and volumes are still given back', async () => {
  const vendor = await httpServer((_, response) => void response.end());
  const hook = await httpServer((_, response) => void response.end());
  const signal = AbortSignal.abort();
  const options = { url: vendor.url, states: hook.url, signal, requestMs: 5000, observe, clock: systemClock };
  const { target, close } = openTarget(options);
  onTestFinished(close);
  expect(await target.observer.volume({ project: 'p', id: 'v' })).toMatchObject({ kind: 'unreadable', why: 'trouble' });
  await target.custody.giveBack({ project: 'p', id: 'v' });
  expect(vendor.arrived).toEqual([]);
  expect(hook.arrived).toHaveLength(1);
});

test('without a state hook there is a reason for every wish, and nothing to give back', async () => {
  const { target, close } = openTarget({ url: 'http://127.0.0.1:1', requestMs: 5000, observe, clock: fakeClock() });
  onTestFinished(close);
  const obtained = await target.custody.obtain(spec);
  expect(obtained).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('--states') });
  expect(target.custody.summary()).toEqual({ volumesCreated: 0, volumesReturned: 0, left: [] });
});

test('a hook that hangs ends with the grace after an interruption, and what it may have made is listed', async () => {
  const hook = await httpServer(() => {});
  const controller = new AbortController();
  // pauses take no time here: the grace is over as soon as it begins
  const clock = { ...systemClock, sleep: () => Promise.resolve() };
  const { target, close } = openTarget({
    url: 'http://127.0.0.1:1',
    states: hook.url,
    signal: controller.signal,
    requestMs: 5000,
    observe,
    clock,
  });
  onTestFinished(close);
  const asked = target.custody.obtain(spec);
  setTimeout(() => controller.abort(), 20);
  expect(await asked).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(/no answer/) });
  expect(target.custody.summary().left).toEqual([
    { volume: 'of an unknown id', reason: expect.stringMatching(/there may be a volume/) },
  ]);
});
