import { expect, onTestFinished, test } from 'vitest';
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
  const obtained = await target.source.obtain(spec);
  expect(obtained).toEqual({ kind: 'volume', volume: { project: 'p', id: 'v' } });
  await target.observer.volume({ project: 'p', id: 'v' });
  expect(vendor.arrived[0]?.headers['x-auth-token']).toBe('a-token');
  expect(JSON.stringify(hook.arrived)).not.toContain('a-token');
});

test('after an interruption the target hears nothing more, and volumes are still given back', async () => {
  const vendor = await httpServer((_, response) => void response.end());
  const hook = await httpServer((_, response) => void response.end());
  const signal = AbortSignal.abort();
  const options = { url: vendor.url, states: hook.url, signal, requestMs: 5000, observe, clock: fakeClock() };
  const { target, close } = openTarget(options);
  onTestFinished(close);
  expect(await target.observer.volume({ project: 'p', id: 'v' })).toMatchObject({ kind: 'unreadable', gone: false });
  expect(await target.source.giveBack({ project: 'p', id: 'v' })).toBeUndefined();
  expect(vendor.arrived).toEqual([]);
  expect(hook.arrived).toHaveLength(1);
});

test('without a state hook there is a reason for every wish, and nothing to give back', async () => {
  const { target, close } = openTarget({ url: 'http://127.0.0.1:1', requestMs: 5000, observe, clock: fakeClock() });
  onTestFinished(close);
  const obtained = await target.source.obtain(spec);
  expect(obtained).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('--states') });
  expect(await target.source.giveBack({ project: 'p', id: 'v' })).toBeUndefined();
});
