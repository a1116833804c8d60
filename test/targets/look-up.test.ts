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

  test('that does not pass is told after four attempts', async () => {
    const { observer, requests, clock } = observerOf([answer(503)]);
    expect(await observer.volume(volume)).toMatchObject({
      kind: 'unreadable',
      why: 'trouble',
      reason: expect.stringMatching(/503/),
    });
    expect(requests).toHaveLength(4);
    expect(clock.pauses).toHaveLength(3);
  });

  test.each(['timeout', 'aborted'] as const)('a reading that ended by %s is not repeated', async (reason) => {
    const { observer, requests } = observerOf([none(reason)]);
    expect(await observer.volume(volume)).toMatchObject({ kind: 'unreadable', why: 'trouble' });
    expect(requests).toHaveLength(1);
  });
});
