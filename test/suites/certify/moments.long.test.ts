import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationOf } from '../../../main/operations.ts';
import { refusing, tiresAfter } from '../../../selftest/unsteady.ts';
import { places } from '../../../selftest/variants/crowds.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { apart, certifyBackend, committed, idsWith, told } from '../bench.ts';

const seed = fc.integer({ min: 1, max: 1_000_000 });
const concurrency = fc.integer({ min: 1, max: 12 });
const whole = operationOf(committed.contract);
/** Three runs in four without what lies between checks. */
const operation = fc.nat({ max: 3 }).map((n) => (n === 0 ? whole : apart(whole)));
const runs = { numRuns: 20, seed: 11, endOnFailure: true };

test('a service whose volumes take from two to eleven extensions and no other fails by it, whatever the seed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 11 }), operation, seed, async (most, operation, seed) => {
      const result = await certifyBackend({ change: tiresAfter(most) }, { runs: 40, extensions: 12, operation, seed });
      expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual(['size.greater']);
    }),
    runs,
  );
});

test('a service that bears so many jobs a project is conformant but for that, whatever the seed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      operation,
      concurrency,
      seed,
      async (most, operation, concurrency, seed) => {
        const options = { jobDelayMs: 60, change: places(most) };
        const result = await certifyBackend(options, { runs: 20, extensions: 4, operation, concurrency, seed });
        expect(overallVerdict(result).class, JSON.stringify(told(result), null, 1)).toBe('conformant');
        expect(idsWith(result, 'inconclusive')).toEqual([]);
        const failing = idsWith(result, 'fail').filter((id) => id !== 'concurrency.side-by-side');
        expect(failing).toEqual([]);
      },
    ),
    runs,
  );
});

test('a service that refuses one valid request in ten, and then takes it, is never certified', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 9 }), operation, concurrency, seed, async (at, operation, concurrency, seed) => {
      const change = refusing((count) => count % 10 === at);
      const result = await certifyBackend({ change }, { runs: 30, extensions: 6, operation, concurrency, seed });
      expect(overallVerdict(result).class, JSON.stringify(told(result), null, 1)).not.toBe('conformant');
      // it answers as it must but for that
      expect(idsWith(result, 'broken')).toEqual([]);
    }),
    runs,
  );
});
