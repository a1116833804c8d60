import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../../backend/backend.ts';
import { operationOf } from '../../../main/operations.ts';
import { classify } from '../../../verdicts/fold.ts';
import type { Result } from '../../../verdicts/result.ts';
import { apart, committed, idsWith } from '../../suites/bench.ts';
import { smokeTest } from '../../suites/register.ts';
import { forged } from './forger.ts';
import { forgeries } from './forgeries.ts';
import { judged, recorded } from './recorded.ts';

const classOf = ({ rows }: Result) => classify(rows, { expected: [], smokeTest });

/** The forger draws what each check draws by itself: it would be caught by the absence of all else alone. */
export const forgeable = (contract = committed) => apart(operationOf(contract.contract));

/** Tests that a failing run is verified as it is, and in no way that it was forged. */
export function refusesForgeriesOf(what: string, options: BackendOptions, contract = committed): void {
  describe(`a run in which ${what}`, () => {
    const operation = forgeable(contract);
    const run = recorded(options, { contract, operation, runs: 2, extensions: 1 });

    test('is verified as it is', async () => {
      const { text, result } = await run;
      const { problems, result: again } = await judged(text, contract, operation);
      expect(problems).toEqual([]);
      expect(again.rows).toEqual(result.rows);
      expect(idsWith(again, 'fail')).not.toEqual([]);
    });

    test.each(Object.entries(forgeries))('is not whitewashed by that %s', async (_how, forgery) => {
      const { text, result: own } = await run;
      const { problems, result } = await judged(await forged(text, forgery, contract), contract, operation);
      // an advisory row that fails leaves a run conformant, but has to fail in the forged one as well
      const passing = idsWith(own, 'fail').filter((id) => idsWith(result, 'pass').includes(id));
      const isConformant = classOf(own) !== 'conformant' && classOf(result) === 'conformant';
      if (problems.length === 0) expect({ isConformant, passing }).toEqual({ isConformant: false, passing: [] });
    });
  });
}
