import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../../backend/backend.ts';
import { classify } from '../../../verdicts/fold.ts';
import { smokeTest } from '../../suites/register.ts';
import { committed } from '../../suites/bench.ts';
import { forged } from './forger.ts';
import { forgeries } from './forgeries.ts';
import { judged, recorded } from './recorded.ts';

/** Tests that a failing run is verified as it is, and in no way that it was forged. */
export function refusesForgeriesOf(what: string, options: BackendOptions, contract = committed): void {
  describe(`a run in which ${what}`, () => {
    const run = recorded(options, { contract, runs: 2, extensions: 1 });

    test('is verified as it is', async () => {
      const { text, result } = await run;
      const { problems, result: again } = await judged(text, contract);
      expect(problems).toEqual([]);
      expect(again.rows).toEqual(result.rows);
      expect(classify(again.rows, { expected: [], smokeTest })).toBe('non-conformant');
    });

    test.each(Object.entries(forgeries))('is not conformant by that %s', async (_how, forgery) => {
      const { problems, result } = await judged(await forged((await run).text, forgery, contract), contract);
      const isConformant = classify(result.rows, { expected: [], smokeTest }) === 'conformant';
      expect({ isConformant, problems }).not.toEqual({ isConformant: true, problems: [] });
    });
  });
}
