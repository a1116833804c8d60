import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imaginaryClock } from '../../../rehearsal/clock.ts';
import { openTraffic, type Traffic } from '../../../suites/lab/traffic.ts';
import { openTurns, quietMs } from '../../../suites/lab/turns.ts';

const never = new AbortController().signal;
type Lane = 'beside' | 'alone' | 'aside';

/** One piece of work: when it is asked for, how long it takes, and whether it throws. */
interface Work {
  readonly lane: Lane;
  readonly at: number;
  readonly ms: number;
  readonly fails: boolean;
}

const works = (longestMs: number) =>
  fc.array(
    fc.record<Work>({
      lane: fc.constantFrom('beside', 'alone', 'aside'),
      at: fc.nat({ max: 300 }),
      ms: fc.nat({ max: longestMs }),
      fails: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  );

/** Runs all work, and tells in order what began and what ended. */
async function journal(all: readonly Work[], signal = never) {
  const clock = imaginaryClock();
  const traffic = openTraffic(clock, signal);
  const begun: number[] = [];
  const under = new Set<number>();
  const clashes: string[] = [];
  const results = await Promise.allSettled(
    all.map(async ({ lane, at, ms, fails }, which) => {
      await clock.sleep(at);
      await traffic[lane](async () => {
        for (const other of under) {
          const lanes = [lane, all[other]?.lane];
          if (lanes.includes('alone')) clashes.push(lanes.sort().join(' and '));
        }
        begun.push(which);
        under.add(which);
        await clock.sleep(ms);
        under.delete(which);
        if (fails) throw new RangeError(`${which}`);
      });
    }),
  );
  return { begun, clashes, results, clock, traffic };
}

describe('the traffic of a run', () => {
  test('lets nothing of ours overlap with what runs alone, and ends, whatever throws', async () => {
    await fc.assert(
      fc.asyncProperty(works(200), async (all) => {
        const { begun, clashes, results } = await journal(all);
        expect(clashes).toEqual([]);
        expect(begun.length).toBe(all.length);
        // each work's own error comes back to whoever asked for it
        expect(results.map(({ status }) => status === 'rejected')).toEqual(all.map(({ fails }) => fails));
      }),
    );
  });

  test('waits for set-ups ten seconds and no longer', async () => {
    await fc.assert(
      fc.asyncProperty(works(30_000), async (all) => {
        const { begun, clashes } = await journal(all);
        expect(clashes.filter((lanes) => lanes !== 'alone and aside')).toEqual([]);
        expect(begun.length).toBe(all.length);
      }),
      { numRuns: 50 },
    );
    const stuck = [
      { lane: 'aside', at: 0, ms: 60_000, fails: false },
      { lane: 'alone', at: 10, ms: 5, fails: false },
    ] as const;
    const { begun, clashes } = await journal(stuck);
    expect([begun, clashes]).toEqual([[0, 1], ['alone and aside']]);
  });

  test('ends where the run is cut short', async () => {
    await fc.assert(
      fc.asyncProperty(works(200), async (all) => {
        const { begun } = await journal(all, AbortSignal.abort());
        expect(begun.length).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });

  test('lets those that run alone go first, in the order in which they asked; the others after the last of them', async () => {
    const asked = (lane: Lane, at: number, ms: number): Work => ({ lane, at, ms, fails: false });
    const all = [
      asked('beside', 0, 100),
      asked('alone', 10, 20),
      asked('beside', 20, 10),
      asked('alone', 30, 20),
      asked('aside', 110, 5),
      asked('alone', 130, 20),
      asked('beside', 135, 10),
    ];
    expect((await journal(all)).begun.slice(0, 4)).toEqual([0, 1, 3, 5]);
    const { begun } = await journal(all);
    expect(begun.slice(4).sort()).toEqual([2, 4, 6]);
  });

  test('lets set-ups begin beside others, also while somebody waits to run alone', async () => {
    const { begun } = await journal([
      { lane: 'beside', at: 0, ms: 100, fails: false },
      { lane: 'alone', at: 10, ms: 20, fails: false },
      { lane: 'aside', at: 20, ms: 10, fails: false },
    ]);
    expect(begun).toEqual([0, 2, 1]);
  });

  test('knows how long nothing was stirred', async () => {
    const { traffic, clock } = await journal([{ lane: 'beside', at: 0, ms: 70, fails: false }]);
    expect(traffic.quietFor()).toBe(70);
    traffic.stir();
    await clock.sleep(30);
    expect(traffic.quietFor()).toBe(30);
  });
});

describe('the turns of cases', () => {
  /** How many ran at once at most, of so many that take 10 ms each. */
  async function most(take: Traffic['beside'], sleep: (ms: number) => Promise<void>, count: number): Promise<number> {
    let running = 0;
    let found = 0;
    const one = async (): Promise<void> => {
      running += 1;
      found = Math.max(found, running);
      await sleep(10);
      running -= 1;
    };
    await Promise.all(Array.from({ length: count }, () => take(one)));
    return found;
  }

  test('go side by side until it is asked for, and one by one from then on', async () => {
    const clock = imaginaryClock();
    const turns = openTurns(clock, never);
    expect([turns.isOneByOne(), await most(turns.take, clock.sleep, 5)]).toEqual([false, 5]);
    turns.goOneByOne();
    expect([turns.isOneByOne(), await most(turns.take, clock.sleep, 5)]).toEqual([true, 1]);
  });

  test('that are under way end before the first one by itself', async () => {
    const clock = imaginaryClock();
    const turns = openTurns(clock, never);
    const story: string[] = [];
    const work = (name: string, ms: number) => async () => {
      story.push(`${name} begins`);
      await clock.sleep(ms);
      story.push(`${name} ends`);
    };
    const under = [turns.take(work('a', 50)), turns.take(work('b', 20))];
    await clock.sleep(5);
    turns.goOneByOne();
    await Promise.all([...under, turns.take(work('c', 5)), turns.take(work('d', 5))]);
    expect(story.slice(2)).toEqual(['b ends', 'a ends', 'c begins', 'c ends', 'd begins', 'd ends']);
  });

  test('need no rest until it is asked for', () => {
    const turns = openTurns(imaginaryClock(), never);
    expect(turns.restMs()).toBe(0);
    turns.needRest();
    expect(turns.restMs()).toBe(quietMs);
  });
});
