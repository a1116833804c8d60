import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Login } from '../../../wire/auth/auth.ts';
import { openAuthentication } from '../../../wire/auth/open.ts';
import { type FakeClock, fakeClock } from '../fake-clock.ts';
import { httpServer, transportTo } from '../servers.ts';

const password = 'p4ss"word/é';
const login: Omit<Login, 'url'> = {
  kind: 'login',
  user: 'conformance',
  domain: 'Default',
  password,
  project: { id: '0f3b' },
};

type IdentityAnswer = (response: ServerResponse, login: number) => void;

/** An hour, by a clock that is years away from ours. */
const hour: IdentityAnswer = (response, at) => {
  const token = { issued_at: '2031-05-05T10:00:00.000000Z', expires_at: '2031-05-05T11:00:00.000000Z' };
  response.writeHead(201, { 'x-subject-token': `token-${at}` }).end(JSON.stringify({ token }));
};

const says =
  (status: number, body: unknown = '', headers = {}): IdentityAnswer =>
  (response) =>
    void response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

/** An identity service, a target that takes the tokens of `good`, and a transport that logs in at the one for the other. */
async function open(answer: IdentityAnswer, settings: Partial<Login> = {}, clock: FakeClock = fakeClock()) {
  let logins = 0;
  const identity = await httpServer((_, response) => {
    logins += 1;
    answer(response, logins);
  });
  const good = new Set(['token-1', 'token-2', 'token-3', 'token-4', 'token-5', 'token-6']);
  const target = await httpServer((request: IncomingMessage, response) => {
    response.writeHead(good.has(String(request.headers['x-auth-token'])) ? 200 : 401).end('{}');
  });
  const auth = openAuthentication({ ...login, url: identity.url, ...settings }, clock, { timeoutMs: 5_000 });
  onTestFinished(() => auth.close());
  const transport = transportTo(target.url, { auth });
  const send = (credentials: 'own' | 'wrong' | 'none' = 'own') =>
    transport.send({ method: 'GET', path: '/', credentials });
  return { identity, target, transport, send, clock, good, logins: () => logins };
}

describe('a login', () => {
  test('may issue a token of 20,000 characters', async () => {
    const token = 'Zm9v'.repeat(5_000);
    const { transport, send } = await open((response) => {
      response.writeHead(201, { 'x-subject-token': token }).end('{}');
    });
    expect((await send()).sent).toMatchObject({ 'x-auth-token': token });
    expect(transport.auth.secrets.hide(token)).toBe('$EVS_TOKEN');
  });

  test('is by password, scoped to the project, and asks nothing before it is needed', async () => {
    const { identity, send } = await open(hour);
    expect(identity.arrived).toEqual([]);
    await send();
    expect(identity.arrived).toMatchObject([{ method: 'POST', path: '/v3/auth/tokens' }]);
    expect(JSON.parse(identity.arrived[0]?.body ?? '')).toEqual({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'conformance', password, domain: { name: 'Default' } } },
        },
        scope: { project: { id: '0f3b' } },
      },
    });
  });

  test('can name the project, and the address its version', async () => {
    const { identity } = await open(hour);
    const auth = openAuthentication({ ...login, url: `${identity.url}/v3/`, project: { name: 'mine' } }, fakeClock(), {
      timeoutMs: 5_000,
    });
    onTestFinished(() => auth.close());
    await auth.headers('own');
    expect(identity.arrived).toMatchObject([{ path: '/v3/auth/tokens' }]);
    expect(JSON.parse(identity.arrived[0]?.body ?? '').auth.scope).toEqual({
      project: { name: 'mine', domain: { name: 'Default' } },
    });
  });

  test('serves every request that waits for it', async () => {
    const { send, target, logins } = await open(hour);
    await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(logins()).toBe(1);
    expect(new Set(target.arrived.map(({ headers }) => headers['x-auth-token']))).toEqual(new Set(['token-1']));
  });

  test('is not needed for wrong credentials or none', async () => {
    const { send, target, logins } = await open(hour);
    await send('wrong');
    await send('none');
    expect(logins()).toBe(0);
    expect(target.arrived.map(({ headers }) => headers['x-auth-token'])).toEqual([
      expect.stringMatching(/^gAAAA/),
      undefined,
    ]);
  });

  test('and its tokens are hidden', async () => {
    const { send, transport } = await open(hour);
    await send();
    const { secrets } = transport.auth;
    expect(secrets.hide(`token-1 ${password} ${JSON.stringify(password)}`)).toBe(
      '$EVS_TOKEN $EVS_PASSWORD "$EVS_PASSWORD"',
    );
  });
});

describe('a token is renewed', () => {
  test('before it ends, whatever the service’s clock says', async () => {
    const { send, clock, logins } = await open(hour);
    await send();
    await clock.sleep(58 * 60_000);
    await send();
    expect(logins()).toBe(1);
    await clock.sleep(60_000);
    expect((await send()).sent['x-auth-token']).toBe('token-2');
    expect(logins()).toBe(2);
  });

  test('without a word on its end, when it is denied', async () => {
    const { send, clock, logins, good } = await open((response, at) =>
      says(201, '', { 'x-subject-token': `token-${at}` })(response, at),
    );
    await send();
    await clock.sleep(1e12);
    await send();
    expect(logins()).toBe(1);
    good.delete('token-1');
    expect((await send()).reply).toMatchObject({ status: 200 });
    expect(logins()).toBe(2);
  });

  test('once, when it is denied in mid-run, however many requests find out', async () => {
    const { send, logins, good, target } = await open(hour);
    await send();
    good.delete('token-1');
    const all = await Promise.all(Array.from({ length: 12 }, () => send()));
    expect(all.map(({ reply }) => reply.kind === 'answer' && reply.status)).toEqual(all.map(() => 200));
    expect(logins()).toBe(2);
    expect(target.arrived).toHaveLength(1 + 2 * 12);
  });

  test('not for wrong credentials or none', async () => {
    const { send, logins } = await open(hour);
    await send();
    for (const credentials of ['wrong', 'none'] as const)
      expect((await send(credentials)).reply).toMatchObject({ status: 401 });
    expect(logins()).toBe(1);
  });

  test('as often as that helps', async () => {
    const { send, logins, good } = await open(hour);
    for (let at = 1; at <= 6; at += 1) {
      expect((await send()).reply).toMatchObject({ status: 200 });
      good.delete(`token-${at}`);
    }
    expect(logins()).toBe(6);
  });

  test('in vain three times at most: a target may say 401 to whatever it dislikes', async () => {
    const { send, logins, good } = await open(hour);
    good.clear();
    for (let at = 0; at < 10; at += 1) expect((await send()).reply).toMatchObject({ status: 401 });
    expect(logins()).toBe(4);
  });
});

describe('a login that fails', () => {
  const unauthorised = { error: { code: 401, message: 'The request you have made requires authentication.' } };

  test.each<[string, IdentityAnswer, RegExp]>([
    [
      'wrong password',
      says(401, unauthorised),
      /401 \("The request .*"\): check user "conformance", domain "Default" and EVS_PASSWORD/,
    ],
    [
      'unknown project',
      says(401, { error: { message: 'Could not find project: 0f3b.' } }),
      /project 0f3b does not exist or is not open to user "conformance"/,
    ],
    [
      'unknown project, 404',
      says(404, { error: { message: 'Could not find project' } }),
      /project 0f3b does not exist/,
    ],
    ['no such service', says(404, 'nothing'), /no identity service answers there.*auth\.url/],
    ['locked', says(403), /may not log in/],
    [
      'redirect',
      says(302, '', { location: 'http://127.0.0.1:1/' }),
      /redirects are not followed; give the final address as auth.url/,
    ],
    ['another service', says(200, '<html>'), /is auth.url the address of the identity service/],
    ['no token', says(201, '{}'), /201 without X-Subject-Token/],
    [
      'ended',
      says(
        201,
        { token: { issued_at: '2024-01-01T01:00:00Z', expires_at: '2024-01-01T00:00:00Z' } },
        { 'x-subject-token': 't-1' },
      ),
      /already expired/,
    ],
  ])('%s: is not tried again, and says what to do', async (_, answer, message) => {
    const { send, logins, target } = await open(answer);
    const { reply } = await send();
    expect(reply).toMatchObject({ kind: 'none', reason: 'login', detail: expect.stringMatching(message) });
    expect(reply.kind === 'none' && reply.detail).toMatch(/^the login at http:\/\/127\.0\.0\.1:\d+\/v3\/auth\/tokens /);
    await send();
    expect(logins()).toBe(1);
    expect(target.arrived).toEqual([]);
  });

  test('for trouble on the way is tried again, and again for the next request', async () => {
    const { send, logins } = await open((response, at) => (at < 6 ? says(503)(response, at) : hour(response, at)));
    expect((await send()).reply).toMatchObject({
      reason: 'login',
      detail: expect.stringMatching(/503: .*try again later/),
    });
    expect(logins()).toBe(3);
    expect((await send()).reply).toMatchObject({ status: 200 });
    expect(logins()).toBe(6);
  });

  test('after a denial leaves the denial', async () => {
    const { send, good, logins } = await open((response, at) =>
      at === 1 ? hour(response, at) : says(401)(response, at),
    );
    await send();
    good.clear();
    expect((await send()).reply).toMatchObject({ kind: 'answer', status: 401 });
    expect((await send()).reply).toMatchObject({ kind: 'none', reason: 'login' });
    expect(logins()).toBe(2);
  });
});
