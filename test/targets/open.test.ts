import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { openTarget } from '../../targets/open.ts';
import type { Auth } from '../../wire/auth/auth.ts';
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
  const obtained = await target.provisioner.obtain(spec);
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
  expect(await target.observer.volume({ project: 'p', id: 'v' })).toMatchObject({ kind: 'unreadable', why: 'lost' });
  await target.provisioner.giveBack({ project: 'p', id: 'v' });
  expect(vendor.arrived).toEqual([]);
  expect(hook.arrived).toHaveLength(1);
});

test('without a state hook there is a reason for every wish, and nothing to give back', async () => {
  const { target, close } = openTarget({ url: 'http://127.0.0.1:1', requestMs: 5000, observe, clock: fakeClock() });
  onTestFinished(close);
  const obtained = await target.provisioner.obtain(spec);
  expect(obtained).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('--states') });
  expect(target.provisioner.summary()).toEqual({ volumesCreated: 0, volumesReturned: 0, left: [] });
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
  const asked = target.provisioner.obtain(spec);
  setTimeout(() => controller.abort(), 20);
  expect(await asked).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(/no answer/) });
  expect(target.provisioner.summary().left).toEqual([
    { volume: 'of an unknown id', reason: expect.stringMatching(/there may be a volume/) },
  ]);
});

const ways: readonly (readonly [string, Auth])[] = [
  ['a token', { kind: 'token', token: 'the-token' }],
  ['keys', { kind: 'signed', accessKey: 'THEACCESSKEY', secretKey: 'the-secret', project: 'the-project' }],
  [
    'a login',
    { kind: 'login', url: '', user: 'the-user', domain: 'd', password: 'the-password', project: { id: 'the-project' } },
  ],
];

test.each(ways)('of %s and own headers the state hook hears nothing, and no redirect is followed', async (_, auth) => {
  const elsewhere = await httpServer((_request, response) => void response.end('{}'));
  const moved = { location: `${elsewhere.url}/` };
  const vendor = await httpServer((request, response) => {
    const isLogin = request.url === '/v3/auth/tokens';
    response.writeHead(isLogin ? 201 : 307, isLogin ? { 'x-subject-token': 'the-issued-token' } : moved).end('{}');
  });
  const hook = await httpServer((_request, response) => void response.writeHead(307, moved).end());
  const { target, close } = openTarget({
    url: vendor.url,
    states: hook.url,
    auth: auth.kind === 'login' ? { ...auth, url: vendor.url } : auth,
    headers: [{ name: 'X-Api-Key', value: 'the-key', placeholder: '$API_KEY' }],
    requestMs: 5000,
    observe,
    clock: fakeClock(),
  });
  onTestFinished(close);
  await expect(target.provisioner.obtain(spec)).rejects.toThrow(/307/);
  expect(await target.observer.volume({ project: 'p', id: 'v' })).toMatchObject({
    reason: expect.stringContaining('307'),
  });
  const { headers } = vendor.arrived.find(({ path }) => path === '/v') ?? {};
  expect(headers).toMatchObject({ 'x-api-key': 'the-key' });
  expect(JSON.stringify(headers)).toMatch(/the-token|THEACCESSKEY|the-issued-token/);
  expect(JSON.stringify(hook.arrived)).not.toMatch(/the-|THEACCESSKEY|x-api-key|authorization|x-auth|x-sdk/i);
  expect(elsewhere.arrived).toEqual([]);
  expect(target.transport.auth.secrets.hide('the-key')).toBe('$API_KEY');
  // the key belongs to the target's gateway, and an identity service is somebody else
  const login = vendor.arrived.find(({ path }) => path === '/v3/auth/tokens');
  expect(login?.headers['x-api-key']).toBeUndefined();
});

test('a login that redirects is not followed either', async () => {
  const elsewhere = await httpServer((_request, response) => void response.end('{}'));
  const vendor = await httpServer((_request, response) => {
    response.writeHead(307, { location: `${elsewhere.url}/` }).end();
  });
  const [, , [, login] = []] = ways;
  const auth = { ...login, url: vendor.url } as Auth;
  const { target, close } = openTarget({ url: vendor.url, auth, requestMs: 5000, observe, clock: fakeClock() });
  onTestFinished(close);
  expect(await target.observer.volume({ project: 'p', id: 'v' })).toMatchObject({
    why: 'denied',
    reason: expect.stringMatching(/redirects are not followed/),
  });
  expect(elsewhere.arrived).toEqual([]);
});
