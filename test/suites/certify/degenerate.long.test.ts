import { describe, test } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { subjects } from '../../../selftest/subjects.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import type { Clock } from '../../../wire/clock.ts';
import { certifyAt, idsWith, told } from '../bench.ts';

/** A clock on which pauses are short, and count as if they were not: what is tried again fails again. */
function hasty(): Clock {
  let skipped = 0;
  return {
    ...systemClock,
    now: () => systemClock.now() + skipped,
    async sleep(ms, signal) {
      const short = Math.min(ms, 5);
      await systemClock.sleep(short, signal);
      // pauses that grow with the time that has passed must not make it leap ever farther
      skipped += Math.min(ms, 1_000) - short;
    },
  };
}

describe('nothing passes on a server that always says the same', () => {
  const degenerate = subjects.filter(({ kind }) => kind === 'degenerate');
  test.concurrent.for(degenerate)('$id', async ({ id, start }, { expect }) => {
    const { url, statesUrl, token, remaining, close } = await start();
    try {
      // whoever answers has the time that he needs for it, however busy the machine is
      const silence = id === 'never-answers' ? { requestMs: 200 } : {};
      const settings = { jobMs: 300, runs: 3, extensions: 2, clock: hasty() };
      const result = await certifyAt({ url, states: statesUrl, token, ...silence }, settings);
      expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual([]);
      expect(overallVerdict(result).class).not.toBe('conformant');
      expect(result.ledger.left).toEqual([]);
      expect(remaining()).toBe(0);
    } finally {
      await close();
    }
  });
});
