import { describe, expect, test } from 'vitest';
import type { NoAnswer, WireAnswer } from '../../wire/exchange.ts';
import { scripted } from '../wire/scripted.ts';
import { detail, observerOf, read, volume, volumes } from './observing.ts';

const { answer, none } = scripted;

describe('the pointer into the body', () => {
  const thing = { size: 40, status: 'available' };
  test.each<[string, unknown]>([
    ['', thing],
    ['/a/b', { a: { b: thing } }],
    ['/list/0', { list: [thing] }],
    ['/a~1b/c~0d', { 'a/b': { 'c~d': thing } }],
    ['/', { '': thing }],
    ['/__proto__', JSON.parse('{"__proto__":{"size":40,"status":"available"}}')],
  ])('"%s" finds the volume', async (at, body) => {
    expect(await read(answer(200, body), { ...volumes, at })).toMatchObject({ kind: 'volume', size: 40 });
  });

  test.each(['/__proto__', '/constructor', '/volume/toString', '/nothing/at/all'])('"%s" finds nothing', async (at) => {
    expect(await read(detail({}), { ...volumes, at })).toMatchObject({ kind: 'unreadable' });
  });
});

describe('passing trouble', () => {
  test.each<[string, WireAnswer | NoAnswer]>([
    ['502', answer(502)],
    ['503', answer(503)],
    ['504', answer(504)],
    ['429', answer(429)],
    ['a reset', none('reset')],
    ['garbage', none('garbage')],
  ])('%s is tried again: reading changes nothing', async (_, reply) => {
    const { observer, requests } = observerOf([reply, reply, detail({})]);
    expect(await observer.volume(volume)).toMatchObject({ kind: 'volume', size: 40 });
    expect(requests).toHaveLength(3);
  });

  test.each([500, 503])('%i that does not pass is told after more than a second', async (status) => {
    const { observer, requests, clock } = observerOf([answer(status)]);
    const reason = expect.stringMatching(String(status));
    expect(await observer.volume(volume)).toMatchObject({ kind: 'unreadable', why: 'lost', reason });
    expect(requests).toHaveLength(5);
    expect(clock.pauses.reduce((sum, ms) => sum + ms)).toBeGreaterThan(1_000);
  });

  test('is not waited for again as long as nothing of the kind is answered', async () => {
    const { observer, requests } = observerOf([
      ...Array.from({ length: 6 }, () => answer(502)),
      detail({}),
      answer(502),
    ]);
    for (const kind of ['unreadable', 'unreadable', 'volume'])
      expect(await observer.volume(volume)).toMatchObject({ kind });
    expect(requests).toHaveLength(7);
    await observer.volume(volume);
    expect(requests).toHaveLength(12);
  });

  test('of a server that asks for time was waited for already', async () => {
    const { observer, requests, clock } = observerOf([answer(503, '', { 'retry-after': '3600' })]);
    expect(await observer.volume(volume)).toMatchObject({ kind: 'unreadable', why: 'lost' });
    expect([requests.length, clock.pauses]).toEqual([2, [30_000]]);
  });

  test('a reading that took too long is tried once more, one that was interrupted is not', async () => {
    for (const [reason, times] of [
      ['timeout', 2],
      ['aborted', 1],
    ] as const) {
      const { observer, requests } = observerOf([none(reason)]);
      expect(await observer.volume(volume)).toMatchObject({ kind: 'unreadable', why: 'lost' });
      expect(requests).toHaveLength(times);
    }
  });
});
