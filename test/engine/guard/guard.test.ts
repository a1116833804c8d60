import { describe, expect, test } from 'vitest';
import { noteWaits, unserved } from '../../../engine/conclusion/waits.ts';
import { openGuard } from '../../../engine/guard/guard.ts';
import { timesOf } from '../../../engine/guard/silence.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import type { Exchange, NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { scripted } from '../../wire/scripted.ts';

const request = { method: 'POST', path: '/' } as const;
const exchange = (reply: WireAnswer | NoAnswer): Exchange => ({ request, url: 'http://x/', sent: {}, reply });
const plain = (status: number) => exchange(scripted.answer(status));
const wish = exchange(scripted.answer(503, '', { 'retry-after': '1' }));
const late = exchange({ kind: 'none', reason: 'timeout', detail: 'no answer within 1000 ms' });
const reset = exchange(scripted.none('reset'));

/** Why the run ended after these replies, each to a request that is valid or not. */
function endOf(replies: readonly Exchange[], isValid: (at: number) => boolean = () => true): string | undefined {
  const guard = openGuard(undefined);
  for (const [at, one] of replies.entries()) guard.contact(one, isValid(at));
  expect(guard.signal.aborted).toBe(guard.cut() !== undefined);
  return guard.cut();
}
const times = (count: number, one: Exchange): readonly Exchange[] => Array.from({ length: count }, () => one);

describe('the guard of a run', () => {
  test('ends it after ten silences in a row, and no sooner', () => {
    expect(endOf([...times(9, reset), plain(400), ...times(9, reset)])).toBeUndefined();
    expect(endOf([plain(400), ...times(10, reset)])).toBe(
      'the target is gone: 10 requests in a row got no usable answer (no answer (a reset of ours) ten times)',
    );
  });

  test('says what the answers were, and what to do about them', () => {
    expect(endOf([...times(8, plain(503)), ...times(2, late)])).toBe(
      'the target is gone: 10 requests in a row got no usable answer (503 eight times, no answer within 1000 ms twice): send fewer requests a second with --rate, or allow it more time with limits.requestMs',
    );
    expect(endOf([...times(9, plain(502)), reset])).toMatch(
      /\(502 nine times, no answer .* once\): send fewer .* --rate$/,
    );
  });

  test('says once what to do where no connection comes about', () => {
    const refused = exchange({ kind: 'none', reason: 'unreachable', detail: 'ECONNREFUSED: Connection refused' });
    expect(endOf(times(10, refused))).toMatch(/^the target is gone: .* ten times\): nothing listens there: [^:]*$/);
  });

  test('a target that answers too late, or asks for time, is not gone', () => {
    expect(endOf(times(10, late))).toMatch(
      /^the target answers too late: .*\(no answer within 1000 ms ten times\): .*limits\.requestMs$/,
    );
    expect(endOf(times(10, wish))).toMatch(/^the target does not serve us: .*\(503 ten times\): .*--rate$/);
    expect(endOf([...times(5, plain(429)), ...times(5, wish)])).toMatch(/^the target does not serve us: /);
  });

  test('ten valid requests without an outcome end it, whatever else is answered; nine and one that is answered do not', () => {
    const between = (count: number) => Array.from({ length: 2 * count }, (_, at) => (at % 2 === 0 ? plain(400) : late));
    const isValid = (at: number): boolean => at % 2 === 1;
    expect(endOf(between(9), isValid)).toBeUndefined();
    expect(endOf(between(10), isValid)).toMatch(/^the target answers too late: 10 valid requests in a row /);
    expect(endOf([...between(9), ...times(2, plain(200)), ...between(9)], isValid)).toBeUndefined();
    expect(endOf(between(20), () => false)).toBeUndefined();
  });

  test('says "interrupted" where the caller aborts, also of a target that is gone', () => {
    const controller = new AbortController();
    const guard = openGuard(controller.signal);
    controller.abort();
    for (const one of times(10, reset)) guard.contact(one, true);
    expect([guard.signal.aborted, guard.cut()]).toEqual([true, 'interrupted']);
  });

  test('goes alone and stays so', () => {
    const guard = openGuard(undefined);
    expect(guard.alone()).toBe(false);
    guard.goAlone();
    expect(guard.alone()).toBe(true);
  });
});

test('how often', () => {
  expect([1, 2, 3, 10, 11].map(timesOf)).toEqual(['once', 'twice', 'three times', 'ten times', '11 times']);
});

describe('what is said of waiting', () => {
  const figures = {
    times: new Map([
      [429, 190],
      [503, 2],
    ]),
    ms: 6_340,
    eachMs: 60_000,
  };
  const noted = (ms: number) => {
    const notes: string[] = [];
    noteWaits({ operation: extendVolume, note: (id, text) => void notes.push(`${id}: ${text}`) }, { ...figures, ms });
    return notes;
  };

  test('is the whole of it, where it was more than a little', () => {
    expect(noted(4_999)).toEqual([]);
    expect(noted(6_340)).toEqual([
      'operation.route: the target asked us to wait (429 190 times, 503 twice), which took 6.3 s',
    ]);
  });

  test('names the limit and what to do, where it was too much', () => {
    expect(unserved(figures)).toBe(
      'the target does not serve us: it asked us to wait (429 190 times, 503 twice) for more than the 600 s (10 times limits.jobMs) that a run waits in all: send fewer requests a second with --rate',
    );
  });
});
