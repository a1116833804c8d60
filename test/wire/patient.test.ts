import { describe, expect, test } from 'vitest';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { asksForTime, sendPatiently, wishedMs } from '../../wire/patient.ts';
import { fakeClock } from './fake-clock.ts';
import { scripted } from './scripted.ts';

const request: WireRequest = { method: 'POST', path: '/', body: '{"os-extend":{"new_size":20}}' };
const says = (status: number, retryAfter?: string, more = {}) =>
  scripted.answer(status, '', { ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }), ...more });
const busy = (retryAfter?: string) => says(429, retryAfter);
const statusOf = ({ reply }: Exchange) => (reply.kind === 'answer' ? reply.status : reply.reason);

describe('a wish for time', () => {
  const now = Date.UTC(2024, 0, 1);
  const year = 366 * 24 * 3_600_000;
  test.each([
    ['3', 3000],
    [' 1.5 ', 1500],
    ['Mon, 01 Jan 2024 00:00:07 GMT', 7000],
    ['Monday, 01-Jan-24 00:00:07 GMT', 7000],
    ['99999999', 99_999_999_000],
    ['Wed, 01 Jan 2025 00:00:00 GMT', year],
  ])('is as long as the server says: %s', (retryAfter, ms) => {
    expect(wishedMs(busy(retryAfter), 5, now)).toBe(ms);
  });

  test.each([
    undefined,
    '',
    'soon',
    'in 5',
    '-5',
    '0',
    'NaN',
    'Infinity',
    '1e3',
    '0x10',
    'Sun, 31 Dec 2023 23:59:59 GMT',
  ])('doubles where the wish is of no use: %s', (retryAfter) => {
    expect([0, 1, 2, 3].map((pause) => wishedMs(busy(retryAfter), pause, now))).toEqual([100, 200, 400, 800]);
  });

  test('of next to no time is believed less each time', () => {
    expect([0, 1, 4, 9].map((pause) => wishedMs(busy('0.001'), pause, now))).toEqual([10, 20, 160, 5120]);
  });

  test('by date goes by the clock of the server, where it shows that', () => {
    const date = 'Fri, 01 Jan 2049 00:00:00 GMT';
    expect(wishedMs(says(503, 'Fri, 01 Jan 2049 00:00:04 GMT', { date }), 0, now)).toBe(4000);
  });

  test('is 429, or 503 that says when to come back', () => {
    const asking = [says(429), says(429, '1'), says(503, '1'), says(503, 'soon')];
    expect(asking.map(asksForTime)).toEqual([true, true, true, true]);
    const others = [says(503), says(503, ' '), says(502, '1'), says(504, '1'), says(403, '1'), says(301, '1')];
    expect(others.map(asksForTime)).toEqual(others.map(() => false));
  });
});

test.each([429, 503])('a %i is waited out and the same request goes again', async (status) => {
  const clock = fakeClock();
  const transport = scripted.transport([says(status, '2'), says(status, '3'), scripted.answer(200)]);
  expect(statusOf(await sendPatiently(transport, request, clock))).toBe(200);
  expect(transport.requests).toEqual([request, request, request]);
  expect(clock.pauses).toEqual([2000, 3000]);
});

test.each(['86400', 'Mon, 01 Jan 2029 00:00:00 GMT', '7'])(
  'a server that is busy for ever (%s) is left in the end, within bounds',
  async (wish) => {
    const clock = fakeClock();
    const transport = scripted.transport([busy(wish)]);
    expect(statusOf(await sendPatiently(transport, request, clock))).toBe(429);
    expect(clock.pauses.reduce((sum, ms) => sum + ms)).toBe(30_000);
  },
);

test('a server that served nobody meanwhile gets one short pause a request, until it serves somebody', async () => {
  const clock = fakeClock();
  const long = Array.from({ length: 6 }, () => busy('86400'));
  const transport = scripted.transport([...long, scripted.answer(404), ...long]);
  for (let sent = 0; sent < 4; sent += 1) await sendPatiently(transport, request, clock);
  expect(clock.pauses).toEqual([30_000, 100, 100]);
  await sendPatiently(transport, request, clock);
  expect(clock.pauses).toEqual([30_000, 100, 100, 30_000]);
});

test.each([200, 202, 302, 400, 403, 408, 500, 502, 504])('nothing else is repeated: %i', async (status) => {
  const transport = scripted.transport([scripted.answer(status, '', { 'retry-after': '1' })]);
  expect(statusOf(await sendPatiently(transport, request, fakeClock()))).toBe(status);
  expect(transport.requests).toHaveLength(1);
});

test('a 503 that does not say when to come back is not repeated', async () => {
  const transport = scripted.transport([scripted.answer(503)]);
  expect(statusOf(await sendPatiently(transport, request, fakeClock()))).toBe(503);
  expect(transport.requests).toHaveLength(1);
});

test.each(['timeout', 'reset', 'garbage'] as const)('an extension is never sent again after a %s', async (reason) => {
  const transport = scripted.transport([scripted.none(reason)]);
  expect(statusOf(await sendPatiently(transport, request, fakeClock()))).toBe(reason);
  expect(transport.requests).toHaveLength(1);
});

test('after an interruption nothing is waited for', async () => {
  const clock = fakeClock();
  const transport = scripted.transport([busy('2')]);
  await sendPatiently(transport, request, clock, { signal: AbortSignal.abort() });
  expect(transport.requests).toHaveLength(1);
  expect(clock.pauses).toEqual([]);
});
