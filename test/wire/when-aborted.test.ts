import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { whenAborted } from '../../wire/when-aborted.ts';

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

test('all who wait for a signal are called in order, and share one listener', () => {
  const controller = new AbortController();
  const called: string[] = [];
  for (const name of ['first', 'second', 'third']) whenAborted(controller.signal, () => called.push(name));
  expect(listeners(controller.signal)).toBe(1);
  controller.abort();
  expect(called).toEqual(['first', 'second', 'third']);
});

test('who has called it off is not called, be it while others are', () => {
  const controller = new AbortController();
  const called: string[] = [];
  const act = (): void => void called.push('same');
  const callOff = whenAborted(controller.signal, act);
  whenAborted(controller.signal, act);
  callOff();
  callOff();
  whenAborted(controller.signal, () => callOffLast());
  const callOffLast = whenAborted(controller.signal, () => called.push('last'));
  controller.abort();
  expect(called).toEqual(['same']);
});

test('a signal for which nobody waits any more has no listener, and can be waited for again', () => {
  const controller = new AbortController();
  const called: string[] = [];
  whenAborted(controller.signal, () => called.push('before'))();
  expect(listeners(controller.signal)).toBe(0);
  whenAborted(controller.signal, () => called.push('again'));
  controller.abort();
  expect(called).toEqual(['again']);
});

test('without a signal nothing is waited for', () => {
  expect(() => whenAborted(undefined, () => expect.unreachable())()).not.toThrow();
});
