import { describe, expect, test } from 'vitest';
import { stateHook } from '../../../targets/providers/hook.ts';
import type { VolumeSpec } from '../../../targets/volume-source.ts';
import type { NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { fakeClock } from '../../wire/fake-clock.ts';
import { scripted } from '../../wire/scripted.ts';
import { closedPort, httpServer, transportTo } from '../../wire/servers.ts';
import { withSetUps } from '../set-ups.ts';

const { answer, none } = scripted;
const spec: VolumeSpec = { size: 40, status: 'in-use', multiattach: false, servers: ['ACTIVE'] };
const volume = { project: 'p', id: 'v' };
const limits = { setUp: { timeoutMs: 1000 }, teardown: { timeoutMs: 1000 } };
const given = answer(200, { project_id: 'p', volume_id: 'v' });

function hookThat(...replies: readonly (WireAnswer | NoAnswer)[]) {
  const transport = scripted.transport(replies);
  const clock = fakeClock();
  return { provider: withSetUps(stateHook(transport, clock, limits)), requests: transport.requests, clock };
}

describe('what goes out', () => {
  test('a set-up as the protocol spells it, to the very URL', async () => {
    const { url, arrived } = await httpServer((_, response) => {
      response.end('{"project_id":"p","volume_id":"v"}');
    });
    const provider = withSetUps(stateHook(transportTo(`${url}/hooks/states`), fakeClock(), limits));
    expect(await provider.obtain(spec)).toEqual({ kind: 'volume', volume });
    expect(arrived).toMatchObject([{ method: 'POST', path: '/hooks/states' }]);
    expect(arrived[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(arrived[0]?.body ?? '')).toEqual({ state: 'volume', action: 'setup', params: spec });
  });

  test('the wish for a volume of another project', async () => {
    const { provider, requests } = hookThat(given);
    await provider.obtain({ ...spec, tenant: 'other' });
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ params: { tenant: 'other' } });
  });

  test('a teardown with both ids', async () => {
    const { provider, requests } = hookThat(answer(204));
    await provider.giveBack(volume);
    const params = { project_id: 'p', volume_id: 'v' };
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ state: 'volume', action: 'teardown', params });
  });
});

describe('a wish that cannot be met costs single rows, also at the first call', () => {
  test.each([
    ['{"reason":"cannot pause servers here"}', 'the state hook cannot: cannot pause servers here'],
    ['{"reason":""}', 'the state hook cannot: it gives no reason'],
    ['{"reason":7}', 'the state hook cannot: it gives no reason'],
    ['null', 'the state hook cannot: it gives no reason'],
    ['nonsense', 'the state hook cannot: it gives no reason'],
  ])('422 with %s', async (body, reason) => {
    expect(await hookThat(answer(422, body)).provider.obtain(spec)).toEqual({ kind: 'unavailable', reason });
  });

  test('a reason as long as a page is cut', async () => {
    const obtained = await hookThat(answer(422, { reason: 'x'.repeat(9999) })).provider.obtain(spec);
    expect(obtained.kind === 'unavailable' && obtained.reason.length).toBeLessThan(300);
  });
});

const ids = (project_id: unknown, volume_id: unknown) => answer(200, { project_id, volume_id });

describe.each<[string, WireAnswer | NoAnswer, unknown]>([
  ['204', answer(204), 'unknown'],
  ['201', answer(201, { project_id: 'p', volume_id: 'v' }), volume],
  ['404', answer(404), 'no'],
  ['500', answer(500), 'no'],
  ['500 that names a volume', answer(500, { project_id: 'p', volume_id: 'v' }), volume],
  ['502 of a gateway', answer(502), 'unknown'],
  ['503 whenever it is asked', answer(503), 'no'],
  ['504 of a gateway', answer(504), 'unknown'],
  ['200 with no JSON', answer(200, 'ok'), 'unknown'],
  ['200 with HTML', answer(200, '<html></html>'), 'unknown'],
  ['200 with null', answer(200, null), 'unknown'],
  ['200 without ids', answer(200, {}), 'unknown'],
  ['fractions for ids', ids(1.5, 2.5), 'unknown'],
  ['an empty id', ids('p', ''), 'unknown'],
  ['no answer', none('reset'), 'unknown'],
  ['nobody there', none('unreachable'), 'no'],
  ['a control character in an id', ids('p', 'v\u0007'), { project: 'p', id: 'v\u0007' }],
  ['a path upwards for an id', ids('p', '..'), { project: 'p', id: '..' }],
  ['a path nowhere for an id', ids('.', 'v'), { project: '.', id: 'v' }],
  ['an id of 256 characters', ids('p', 'v'.repeat(256)), { project: 'p', id: 'v'.repeat(256) }],
])('a hook that answers a set-up with %s', (_, reply, made) => {
  test('has failed, and names what it may have made all the same', async () => {
    const { provider } = hookThat(reply);
    expect(await provider.obtain(spec)).toEqual({ kind: 'failed', reason: expect.stringMatching(/state hook/), made });
  });
});

test('a hook on which nobody listens has failed, and the URL is the thing to check', async () => {
  const provider = withSetUps(stateHook(transportTo(await closedPort()), fakeClock(), limits));
  expect(await provider.obtain(spec)).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/ECONNREFUSED/) });
  expect(provider.hint).toMatch(/--states http:/);
});

test.each<readonly [string, WireAnswer | NoAnswer, RegExp]>([
  [
    'nobody there',
    { ...none('unreachable'), detail: 'ECONNREFUSED: connect' },
    /no answer: nothing listens there: .* \(ECONNREFUSED: connect\)$/,
  ],
  [
    'an unknown authority',
    { ...none('tls'), detail: 'SELF_SIGNED_CERT_IN_CHAIN: x' },
    /as tls\.ca in the config file \(SELF/,
  ],
  [
    'the wish for a certificate',
    { ...none('tls'), detail: 'EPROTO: alert certificate required' },
    /the suite sends the hook none/,
  ],
  ['too late an answer', none('timeout'), /within 1000 ms: allow it more time with limits\.hookMs$/],
  ['a redirection', answer(301, '', { location: 'https://b.example/' }), /to a set-up: it redirects to .*as --states$/],
  [
    'HTTP at a port of HTTPS',
    answer(400, 'Client sent an HTTP request to an HTTPS server'),
    /write https:\/\/ in the URL$/,
  ],
  ['an error of its own', answer(500, 'x'), /answered 500 \("x"\) to a set-up$/],
  ['one without a body', answer(500, ''), /answered 500 to a set-up$/],
  ['one in JSON', answer(500, { detail: 'no pool' }), /answered 500 \("no pool"\) to a set-up$/],
  ['one in other JSON', answer(409, { pool: 'full' }), /answered 409 \("\{\\"pool\\":\\"full\\"\}"\) to a set-up$/],
  ['a traceback', answer(500, `Trace\n\u001b[2J${'x'.repeat(9999)}`), /\("Trace\\n\\u001b\[2Jx{1,195}"\) to a set-up$/],
  ['HTML', answer(500, '<h1>Oops</h1>'), /answered 500 \("<h1>Oops<\/h1>"\) to a set-up$/],
  ['one again and again', answer(503, 'starting'), /answered 503 \("starting"\) to a set-up$/],
])('what to do about %s is told', async (_, reply, message) => {
  expect(await hookThat(reply).provider.obtain(spec)).toMatchObject({ reason: expect.stringMatching(message) });
});

test('a hook that has fallen silent is not asked for ever', async () => {
  const { provider, requests } = hookThat(given, none('timeout'));
  for (let call = 0; call < 5; call += 1) await provider.obtain(spec);
  expect(requests).toHaveLength(4);
  expect(await provider.obtain(spec)).toMatchObject({ kind: 'failed', made: 'no' });
});

test('ids of 255 characters, and with dots, colons or letters of any language, are ids', async () => {
  for (const id of [
    'v'.repeat(255),
    'a.b',
    '...',
    'urn:x:1',
    'größe',
    'a/b',
    'v?x',
    'v#x',
    'v%2F',
    'v w',
    '70a599e0-31e7-49b7-b260-868f441e862b',
  ]) {
    expect(await hookThat(ids('p', id)).provider.obtain(spec)).toEqual({
      kind: 'volume',
      volume: { project: 'p', id },
    });
  }
});

test('429 and 503 are waited out', async () => {
  const { provider, requests, clock } = hookThat(answer(429, '', { 'retry-after': '2' }), answer(503), given);
  expect(await provider.obtain(spec)).toEqual({ kind: 'volume', volume });
  expect(requests).toHaveLength(3);
  expect(clock.pauses[0]).toBe(2000);
});

test('a hook that stays at 503 is left after three attempts', async () => {
  const { provider, requests } = hookThat(answer(503));
  expect(await provider.obtain(spec)).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/503/) });
  expect(requests).toHaveLength(3);
});

test('a set-up without an answer is not sent again: it could leave a volume behind', async () => {
  const { provider, requests } = hookThat(none('timeout'), given);
  expect(await provider.obtain(spec)).toMatchObject({
    kind: 'failed',
    reason: expect.stringMatching(/within 1000 ms/),
  });
  expect(requests).toHaveLength(1);
});

describe('a teardown', () => {
  test.each([200, 204])('is done with %i', async (status) => {
    expect(await hookThat(answer(status)).provider.giveBack(volume)).toBeUndefined();
  });

  test('is sent again after a lost answer or 503', async () => {
    const { provider, requests } = hookThat(none('reset'), answer(503), answer(204));
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(requests).toHaveLength(3);
  });

  test.each([404, 422, 500, 503])('says that it failed with %i', async (status) => {
    expect(await hookThat(answer(status)).provider.giveBack(volume)).toMatch(String(status));
  });

  test('says that there was no answer, and does not wait twice for one', async () => {
    const { provider, requests } = hookThat(none('timeout'));
    expect(await provider.giveBack(volume)).toMatch(/no answer/);
    expect(requests).toHaveLength(1);
  });
});
