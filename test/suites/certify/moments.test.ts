import { describe, expect, test } from 'vitest';
import type { Change } from '../../../backend/rules.ts';
import { furtherAtOnce } from '../../../engine/checking/run-check.ts';
import { failing, refusing, tiresAfter } from '../../../selftest/unsteady.ts';
import { places } from '../../../selftest/variants/crowds.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyBackend, idsWith, rowsOf, told } from '../bench.ts';
import { requirementIds } from '../register.ts';

const sideBySide = 'concurrency.side-by-side';

describe('a service that bears two jobs a project', () => {
  test.each([2, 8])('is conformant but for that (%i checks side by side)', async (concurrency) => {
    const change = places(concurrency === 2 ? 1 : 2);
    const result = await certifyBackend({ jobDelayMs: 60, change }, { runs: 10, extensions: 3, concurrency });
    expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual([sideBySide]);
    expect(idsWith(result, 'pass')).toEqual(requirementIds.filter((id) => id !== sideBySide));
    expect(overallVerdict(result).class).toBe('conformant');
    expect(result.passing.refusals).toBeGreaterThan(0);
    expect(overallVerdict(result).headline).toMatch(/, \d+ refusals? did not show again, budget /);
    expect(rowsOf(result)[sideBySide]?.verdict).toMatchObject({
      counterexample: { beside: [{ response: { status: 409 } }], response: { status: 200 } },
    });
    expect(result.remaining).toBe(0);
  });

  test('is conformant in all where nothing goes side by side', async () => {
    const change = places(1);
    const result = await certifyBackend({ jobDelayMs: 60, change }, { runs: 10, extensions: 3, concurrency: 1 });
    expect(idsWith(result, 'fail')).toEqual([]);
    expect(overallVerdict(result).class).toBe('conformant');
  });
});

describe('a service that is not the same from one time to the next is not certified', () => {
  test.each<readonly [string, Change]>([
    ['one valid request in ten is refused', refusing((count) => count % 10 === 0)],
    ['one job in ten fails', failing(10)],
  ])('%s', async (_what, change) => {
    const result = await certifyBackend({ change }, { runs: 30, extensions: 6 });
    expect(overallVerdict(result).class, JSON.stringify(told(result), null, 1)).toBe('incomplete');
    expect(Object.values(told(result)).join('\n')).toContain('answers change from one time to the next');
    expect(result.passing.refusals).toBeGreaterThan(2);
    expect(result.remaining).toBe(0);
  });
});

test.each([2, 3])('a service whose volumes take %i extensions and no other fails by it', async (most) => {
  const result = await certifyBackend({ change: tiresAfter(most) }, { runs: 10, extensions: 3 });
  expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual(['size.greater']);
  const { verdict } = rowsOf(result)['size.greater'] ?? {};
  expect(verdict).toMatchObject({
    counterexample: { response: { status: 409 }, beside: [{ response: { status: 409 } }] },
  });
  expect(result.remaining).toBe(0);
});

describe('extensions without effect', () => {
  /** From this extension of a volume on, its size stays; `isEndless`: its job does not end either. */
  const stays =
    (from: number, isEndless: boolean): Change =>
    (rules) => {
      const times = new Map<string, number>();
      return {
        run(job, steps, context) {
          const time = (times.get(job.volumeId) ?? 0) + 1;
          times.set(job.volumeId, time);
          const nothing = (): void => {};
          const conclude = isEndless ? nothing : steps.conclude;
          rules.run(job, time < from ? steps : { ...steps, grow: nothing, conclude }, context);
        },
      };
    };

  test.each([
    [2, 8, false],
    [1, 1, true],
    [3, 1, false],
  ])(
    'from the number %i on cost one and a half limits, and what is under way by then (%i side by side)',
    async (from, concurrency, isEndless) => {
      const jobMs = 60_000;
      const change = stays(from, isEndless);
      const settings = { runs: 10, extensions: 3, concurrency, jobMs };
      const right = await certifyBackend({}, settings);
      const result = await certifyBackend({ change }, settings);
      expect(result.durationMs).toBeGreaterThanOrEqual(jobMs);
      expect(result.durationMs - right.durationMs).toBeLessThanOrEqual(1.5 * jobMs + furtherAtOnce * 1_000);
      expect(overallVerdict(result).class).toBe('non-conformant');
      expect(idsWith(result, 'fail')).toContain('effect.size');
      expect(result.remaining).toBe(0);
    },
  );
});
