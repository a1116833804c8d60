import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../backend/backend.ts';
import { classify } from '../../verdicts/fold.ts';
import { forged } from './forger.ts';
import { forgeries } from './forgeries.ts';
import { judged, recorded } from './recorded.ts';

/** Failing runs of further kinds. */
const failing = {
  'a refusal grows the volume later': { fault: 'refusal-changes-size-later' },
  'another volume grows': { fault: 'same-size-volumes' },
  'decimals are refused': { fault: 'decimal-refused' },
  'refusals are flat': { fault: 'error-flat' },
  'nothing grows': { fault: 'success-without-effect' },
  'no job is given': { fault: 'job-id-null' },
  'a shared volume in use grows': { fault: 'in-use-shared-accepted' },
  'a volume in use does not grow': { fault: 'in-use-without-effect' },
  'the second extension is refused': { fault: 'second-refused' },
  'a server in another state does not matter': { fault: 'server-unchecked' },
  'another size comes of it': { fault: 'step-ten' },
} as const satisfies Record<string, BackendOptions>;

describe.each(Object.entries(failing))('a run in which %s', (_what, options) => {
  const run = recorded(options, { runs: 2, extensions: 1 });

  test('is verified as it is', async () => {
    const { text, result } = await run;
    const { problems, result: again } = await judged(text);
    expect(problems).toEqual([]);
    expect(again.rows).toEqual(result.rows);
    expect(classify(again.rows, [])).toBe('non-conformant');
  });

  test.each(Object.entries(forgeries))('is not conformant by that %s', async (_how, forgery) => {
    const { problems, result } = await judged(await forged((await run).text, forgery));
    const isConformant = classify(result.rows, []) === 'conformant';
    expect({ isConformant, problems }).not.toEqual({ isConformant: true, problems: [] });
  });
});
