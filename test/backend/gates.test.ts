import { describe, expect, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { manualClock } from './clock.ts';

const project = 'a'.repeat(32);
const path = `/v2/${project}/cloudvolumes/none`;

/** A backend without a port, on a clock of its own; no volume is there, so that whoever is let in gets a 404. */
function open(options: Parameters<typeof createBackend>[0]) {
  const clock = manualClock();
  const { app } = createBackend({ clock, ...options });
  const call = async (where: string, init: RequestInit = {}) => {
    const response = await app.request(where, init);
    const { error } = (await response.json()) as { error?: { message: string } };
    return { status: response.status, message: error?.message, token: response.headers.get('x-subject-token') };
  };
  return { clock, call };
}

describe('a backend that asks for a login', () => {
  const options = {
    tokens: { me: project },
    auth: {
      kind: 'login',
      passwords: { me: 'word' },
      domain: 'Default',
      projects: { mine: project },
      lifetimeMs: 1000,
    },
  } as const;
  const body = (user: object, scope: object) => {
    const identity = { methods: ['password'], password: { user: { name: 'me', password: 'word', ...user } } };
    return JSON.stringify({ auth: { identity, scope: { project: scope } } });
  };
  const domain = { name: 'Default' };

  test.each<[string, string, number]>([
    ['by the project’s id', body({ domain }, { id: project }), 201],
    ['by the project’s name', body({ domain }, { name: 'mine' }), 201],
    ['another password', body({ domain, password: 'x' }, { id: project }), 401],
    ['another user', body({ domain, name: 'you' }, { id: project }), 401],
    ['a name that every object has', body({ domain, name: 'constructor' }, { id: project }), 401],
    ['another domain', body({ domain: { name: 'x' } }, { id: project }), 401],
    ['another project', body({ domain }, { id: 'b' }), 401],
    ['no project', body({ domain }, {}), 401],
    ['no JSON', '{', 400],
  ])('%s', async (_, text, status) => {
    const { call } = open(options);
    const reply = await call('/v3/auth/tokens', { method: 'POST', body: text });
    expect(reply.status).toBe(status);
    expect(reply.token === null).toBe(status !== 201);
  });

  test('issues tokens that are good for their life', async () => {
    const { call, clock } = open(options);
    const { token } = await call('/v3/auth/tokens', { method: 'POST', body: body({ domain }, { id: project }) });
    const look = () => call(path, { headers: { 'x-auth-token': token ?? '' } });
    expect(await look()).toMatchObject({ status: 404 });
    clock.advance(1000);
    expect(await look()).toMatchObject({ status: 401, message: 'the token has ended' });
    expect(await call(path, { headers: { 'x-auth-token': 'me' } })).toMatchObject({ status: 401 });
    expect(await call(path)).toMatchObject({ status: 401, message: 'the request carries no X-Auth-Token' });
  });
});

describe('a backend that asks for signatures', () => {
  const options = {
    tokens: { AK: project },
    auth: { kind: 'signed', secrets: { AK: 'SK' }, skewMs: 900_000 },
  } as const;
  const sign = (fields: string) => `SDK-HMAC-SHA256 ${fields}, Signature=${'0'.repeat(64)}`;
  const full = sign('Access=AK, SignedHeaders=host;x-sdk-date');

  test.each<[Readonly<Record<string, string>>, string]>([
    [{}, 'the request is not signed'],
    [{ authorization: 'Bearer x' }, 'Authorization is not that of SDK-HMAC-SHA256'],
    [{ authorization: sign('Access=AK, SignedHeaders=x-sdk-date') }, 'the signature covers no host or no date'],
    [{ authorization: sign('Access=AK, SignedHeaders=host') }, 'the signature covers no host or no date'],
    [{ authorization: full }, 'X-Sdk-Date is no date'],
    [{ authorization: full, 'x-sdk-date': '2024-01-01' }, 'X-Sdk-Date is no date'],
    [{ authorization: full, 'x-sdk-date': '20249901T000000Z' }, 'X-Sdk-Date is no date'],
    [{ authorization: full, 'x-sdk-date': '20240101T001501Z' }, 'X-Sdk-Date is too far from the time here'],
    [
      { authorization: full.replace('AK', 'toString'), 'x-sdk-date': '20240101T001500Z' },
      'the access key is not known',
    ],
    [{ authorization: full, 'x-sdk-date': '20240101T001500Z' }, 'the signature is another one'],
  ])('%j', async (headers, message) => {
    const { call } = open(options);
    expect(await call(path, { headers })).toEqual({ status: 401, message, token: null });
  });
});
