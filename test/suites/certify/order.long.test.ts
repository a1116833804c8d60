import fc from 'fast-check';
import { test } from 'vitest';
import type { FaultId } from '../../../backend/faults/index.ts';
import { checks } from '../../../suites/extend-volume/registry.ts';
import { type BenchSettings, certifyBackend, idsWith } from '../bench.ts';
import { requirementIds } from '../register.ts';

/** The registry in another order. */
function shuffled(seed: number) {
  const whole = { minLength: checks.length, maxLength: checks.length };
  return fc.sample(fc.shuffledSubarray([...checks], whole), { seed, numRuns: 1 })[0] ?? checks;
}

const ways: readonly BenchSettings[] = [
  { concurrency: 1 },
  { concurrency: 4 },
  { concurrency: 32 },
  { checks: shuffled(2), concurrency: 1 },
];

/** What changes volumes is where an order could matter: wrong sizes, second extensions, refusals with an effect. */
const subjects: readonly (FaultId | undefined)[] = [
  undefined,
  'increment',
  'second-refused',
  'refusal-changes-size',
  'in-use-shared-accepted',
];

test.concurrent.for(subjects)(
  'checks in any order, few or many at a time, accuse of the same: %s',
  async (fault, { expect }) => {
    const verdicts = [];
    for (const way of ways) {
      const result = await certifyBackend({ fault }, { runs: 6, extensions: 3, ...way });
      expect(result.remaining).toBe(0);
      if (fault === undefined) expect([...idsWith(result, 'pass')].sort()).toEqual([...requirementIds].sort());
      verdicts.push([...idsWith(result, 'fail')].sort());
    }
    for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0]);
  },
);
