import { expect, test } from 'vitest';
import { imaginaryClock } from '../../../engine/dry-run/clock.ts';

test('the time jumps from sleeper to sleeper, in the order in which they are due', async () => {
  const clock = imaginaryClock(1000);
  const woken: string[] = [];
  const sleeper = async (name: string, ms: number): Promise<void> => {
    await clock.sleep(ms);
    woken.push(`${name} ${clock.now()}`);
  };
  await Promise.all([sleeper('late', 3_600_000), sleeper('early', 5), sleeper('at once', 0)]);
  expect(woken).toEqual(['at once 1000', 'early 1005', 'late 3601000']);
});

test('a signal wakes a sleeper before its time', async () => {
  const clock = imaginaryClock();
  const stop = new AbortController();
  const slept = clock.sleep(60_000, stop.signal);
  stop.abort();
  await slept;
  await clock.sleep(60_000, stop.signal);
  expect(clock.now()).toBe(0);
});
