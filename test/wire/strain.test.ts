import { expect, test } from 'vitest';
import { openStrain } from '../../wire/strain.ts';
import { fakeClock } from './fake-clock.ts';

test('ten times what one request may wait is all that a run waits', async () => {
  const clock = fakeClock();
  const strain = openStrain(1_000);
  for (let pause = 0; pause < 9; pause += 1) {
    await strain.pause(429, 1_000, clock, undefined);
    strain.served(clock.now(), false);
  }
  expect(strain.spent.aborted).toBe(false);
  await strain.pause(503, 1_000, clock, undefined);
  expect(strain.spent.aborted).toBe(true);
  expect(strain.figures()).toEqual({
    times: new Map(Object.entries({ 429: 9, 503: 1 }).map(([s, n]) => [Number(s), n])),
    ms: 10_000,
    eachMs: 1_000,
  });
});

test('who waits beside others counts once', async () => {
  const clock = fakeClock();
  const strain = openStrain(1_000);
  let wake = (): void => {};
  const asleep = { ...clock, sleep: () => new Promise<void>((resolve) => (wake = resolve)) };
  const long = strain.pause(429, 500, asleep, undefined);
  await strain.pause(429, 500, clock, undefined);
  wake();
  await long;
  expect(strain.figures().ms).toBe(500);
});

test('while others are served in quick succession, a wait costs the run nothing', async () => {
  const clock = fakeClock();
  const strain = openStrain(1_000);
  const serving = {
    ...clock,
    async sleep(ms: number) {
      for (let passed = 0; passed < ms; passed += 50) {
        await clock.sleep(50);
        strain.served(clock.now(), false);
      }
    },
  };
  for (let pause = 0; pause < 50; pause += 1) await strain.pause(429, 1_000, serving, undefined);
  expect([strain.spent.aborted, strain.figures().ms]).toEqual([false, 0]);
});

test('who waits in vain while others are served lacks something else than time, until a wait pays off again', () => {
  const strain = openStrain(1_000);
  const waitInVain = () => {
    const before = strain.servings();
    strain.served(0, false);
    strain.inVain(1_000, before);
  };
  waitInVain();
  expect(strain.patienceMs()).toBe(1_000);
  for (let request = 0; request < 100; request += 1) waitInVain();
  expect([strain.patienceMs(), strain.figures().ms, strain.spent.aborted]).toEqual([100, 2_000, false]);
  strain.served(0, true);
  expect(strain.patienceMs()).toBe(1_000);
});

test('nor does one lack time after which the next one is served at once', () => {
  const strain = openStrain(1_000);
  for (let request = 0; request < 2; request += 1) {
    expect(strain.patienceMs()).toBe(1_000);
    strain.inVain(1_000, strain.servings());
    strain.served(0, false);
  }
  expect(strain.patienceMs()).toBe(100);
});

test('an end of all waiting ends every wait', async () => {
  const strain = openStrain(1);
  const clock = fakeClock();
  let ended = false;
  const patient = {
    ...clock,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
  };
  const waiting = strain.pause(429, 1e9, patient, new AbortController().signal).then(() => {
    ended = true;
  });
  strain.inVain(10, -1);
  await waiting;
  expect(ended).toBe(true);
});
