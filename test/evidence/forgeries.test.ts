import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../backend/backend.ts';
import { classify } from '../../verdicts/fold.ts';
import type { Settings } from '../suites/bench.ts';
import { forged } from './forger.ts';
import { forgeries } from './forgeries.ts';
import { judged, recorded } from './recorded.ts';

/** Failing runs, one of each kind of what can be wrong. */
const failing = {
  'a size above the maximum is accepted': { fault: 'maximum-off-by-one' },
  'decimals are refused': { fault: 'decimal-refused' },
  'a refusal grows the volume': { fault: 'refusal-changes-size-later' },
  'another volume grows': { fault: 'same-size-volumes' },
  'refusals are flat': { fault: 'error-flat' },
  'nothing grows': { fault: 'success-without-effect' },
  'anybody may extend': { fault: 'no-auth' },
  'jobs cannot be looked up': { fault: 'job-unknown' },
  'a state does not matter': { fault: 'state-other-accepted' },
} as const satisfies Record<string, BackendOptions>;

const few: Settings = { runs: 3, extensions: 2 };

describe.each(Object.entries(failing))('a run in which %s', (_what, options) => {
  const run = recorded(options, few);

  test('is verified as it is', async () => {
    const { text, result } = await run;
    const { problems, result: again } = await judged(text);
    expect(problems).toEqual([]);
    expect(classify(again.rows, [])).toBe('non-conformant');
    expect(again.rows).toEqual(result.rows);
  });

  test.each(Object.entries(forgeries))('is not conformant by that %s', async (_how, forgery) => {
    const { problems } = await judged(await forged((await run).text, forgery));
    expect(problems).not.toEqual([]);
  });
});
