import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../backend/gates/gate.ts';
import { callerBySignature } from '../../../backend/gates/signature.ts';
import { DEFAULTS } from '../../../backend/settings.ts';
import { createState } from '../../../backend/state.ts';
import { strangeIds } from '../../../generators/fixtures.ts';
import { withKeys } from '../../../wire/auth/signed.ts';
import { openTransport, type Transport } from '../../../wire/transport.ts';
import { fakeClock } from '../fake-clock.ts';
import { scripted } from '../scripted.ts';

const keys = { kind: 'signed', accessKey: 'AK', secretKey: 'the-secret-of-AK', project: 'p' } as const;
const gate = { kind: 'signed', secrets: { AK: keys.secretKey }, skewMs: 900_000 } as const;
const clock = fakeClock();
const context = {
  state: createState(1),
  settings: { ...DEFAULTS, tokens: { AK: 'p' }, clock: { now: clock.now, after: () => {} } },
};

/** A server that checks signatures over what arrives, with the reference backend's own reading of the rules. */
const seen: Caller[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  const header = (name: string): string | undefined => headers[name] as string | undefined;
  const received = { method, target: url, header, body: async () => Buffer.concat(chunks) };
  seen.push(await callerBySignature(received, gate, context));
  response.end('{}');
});
let url = '';
let transport: Transport;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  transport = openTransport({ url: `${url}/base`, timeoutMs: 5_000, auth: withKeys(keys, clock) });
});
afterAll(async () => {
  transport.close();
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  seen.length = 0;
});

describe('what goes out is what is signed', () => {
  const segment = fc.oneof(
    fc.constantFrom(
      ...strangeIds('11111111-2222-4333-8444-555555555555').map(({ id }) => id),
      '.',
      '..',
      '%2e%2E',
      '%',
      '%zz',
      '`',
      '',
      'a b',
      'größe',
      '"<>{}|\\^',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(/[\s?#/\\\p{C}]/gu, '_')),
  );
  const query = fc.option(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\s#\p{C}]/gu, '+')),
  );
  const body = fc.option(
    fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '{"os-extend":{"new_size":2e2', '\u0000', '\ud800'),
    ),
  );

  test('for odd paths, queries and bodies', async () => {
    const property = fc.asyncProperty(fc.array(segment, { maxLength: 4 }), query, body, async (path, search, text) => {
      const request = {
        method: text === null ? 'GET' : 'POST',
        path: `/v2/${path.join('/')}${search === null ? '' : `?${search}`}`,
        ...(text === null ? {} : { body: text }),
      };
      const exchange = await transport.send(request);
      expect(exchange.reply, JSON.stringify(exchange)).toMatchObject({ status: 200 });
      expect(seen.pop()).toEqual({ token: 'AK' });
    });
    await fc.assert(property, { seed: 73, numRuns: 400 });
  });

  test('a wrong signature is one by another key, and none is none', async () => {
    for (const credentials of ['own', 'wrong', 'none'] as const) {
      const { sent } = await transport.send({ method: 'GET', path: '/', credentials });
      expect('authorization' in sent).toBe(credentials !== 'none');
      expect('x-project-id' in sent).toBe(credentials !== 'none');
    }
    expect(seen).toEqual([
      { token: 'AK' },
      { token: '', problem: 'the signature is another one' },
      { token: undefined, problem: 'the request is not signed' },
    ]);
  });

  test('the date is that of the clock, each time anew', async () => {
    const first = await transport.send({ method: 'GET', path: '/' });
    await clock.sleep(60_000);
    const second = await transport.send({ method: 'GET', path: '/' });
    expect(first.sent['x-sdk-date']).toBe('20240101T000000Z');
    expect(second.sent['x-sdk-date']).toBe('20240101T000100Z');
    expect(seen).toEqual([{ token: 'AK' }, { token: 'AK' }]);
  });
});

test('secret, access key and signatures are hidden', async () => {
  const { sent } = await transport.send({ method: 'GET', path: '/' });
  const { secrets } = transport.auth;
  expect(secrets.hide(`${sent.authorization} ${keys.secretKey}`)).toBe(
    'SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-project-id;x-sdk-date, Signature=$EVS_SIGNATURE $EVS_SK',
  );
  expect(secrets.hide('0'.repeat(64))).toBe('0'.repeat(64));
});

describe('advice after a denial', () => {
  const auth = withKeys(keys, fakeClock());
  const denied = (status: number, date?: string) =>
    auth.advice(scripted.answer(status, '', date === undefined ? {} : { date }));

  test.each([
    ['Mon, 01 Jan 2024 00:20:00 GMT', 'the clock here is 20 min behind the target’s'],
    ['Sun, 31 Dec 2023 22:00:00 GMT', 'the clock here is 120 min ahead of the target’s'],
  ])('with the date %s it is about the clock', (date, words) => {
    expect(denied(401, date)).toContain(words.replace('’', "'"));
    expect(denied(401, date)).toContain('correct the clock');
  });

  test.each([undefined, 'nonsense', 'Mon, 01 Jan 2024 00:00:30 GMT'])('with the date %s about the keys', (date) => {
    expect(denied(401, date)).toMatch(/check that EVS_SK is the secret of EVS_AK/);
    expect(denied(403, date)).toMatch(/check that it belongs to the project/);
  });
});
