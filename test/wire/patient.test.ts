import { describe, expect, test } from 'vitest';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { pauseMs, sendPatiently } from '../../wire/patient.ts';
import { fakeClock } from './fake-clock.ts';
import { scripted } from './scripted.ts';

const request: WireRequest = { method: 'POST', path: '/', body: '{"os-extend":{"new_size":20}}' };
const busy = (retryAfter?: string) =>
  scripted.answer(429, '', retryAfter === undefined ? {} : { 'retry-after': retryAfter });
const statusOf = ({ reply }: Exchange) => (reply.kind === 'answer' ? reply.status : reply.reason);

describe('a pause', () => {
  const now = Date.UTC(2024, 0, 1);
  test.each([
    ['3', 3000],
    [' 1.5 ', 1500],
    ['Mon, 01 Jan 2024 00:00:07 GMT', 7000],
    ['Monday, 01-Jan-24 00:00:07 GMT', 7000],
    ['99999999', 30_000],
    ['Mon, 01 Jan 2029 00:00:00 GMT', 30_000],
  ])('is as long as the server wishes: %s', (retryAfter, ms) => {
    expect(pauseMs(retryAfter, 5, now)).toBe(ms);
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
    expect([0, 1, 2, 3].map((pause) => pauseMs(retryAfter, pause, now))).toEqual([100, 200, 400, 800]);
  });
});

test('a 429 is waited out and the same request goes again', async () => {
  const clock = fakeClock();
  const transport = scripted.transport([busy('2'), busy('3'), scripted.answer(200)]);
  expect(statusOf(await sendPatiently(transport, request, clock))).toBe(200);
  expect(transport.requests).toEqual([request, request, request]);
  expect(clock.pauses).toEqual([2000, 3000]);
});

test('a server that is busy for ever is left in the end, within bounds', async () => {
  const clock = fakeClock();
  const transport = scripted.transport([busy('86400')]);
  expect(statusOf(await sendPatiently(transport, request, clock))).toBe(429);
  expect(transport.requests).toHaveLength(2);
  expect(clock.pauses).toEqual([30_000]);
});

test('a server that was waited for in vain three times gets one short pause a request', async () => {
  const clock = fakeClock();
  const transport = scripted.transport(Array.from({ length: 40 }, () => busy('86400')));
  for (let request_ = 0; request_ < 4; request_ += 1) await sendPatiently(transport, request, clock);
  expect(clock.pauses).toEqual([30_000, 30_000, 30_000, 100]);
});

test.each([200, 202, 302, 400, 408, 500, 502, 503, 504])('nothing else is repeated: %i', async (status) => {
  const transport = scripted.transport([scripted.answer(status, '', { 'retry-after': '1' })]);
  expect(statusOf(await sendPatiently(transport, request, fakeClock()))).toBe(status);
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
