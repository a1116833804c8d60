import { expect, test } from 'vitest';
import { classify } from '../../../verdicts/fold.ts';
import { committed } from '../../suites/bench.ts';
import { smokeTest } from '../../suites/register.ts';
import { forgeable, refusesForgeriesOf } from './forged-runs.ts';
import { forged } from './forger.ts';
import { forgeries } from './forgeries.ts';
import { judged, recorded } from './recorded.ts';

const options = { fault: 'decimal-refused' } as const;

// `forgeries.long.test.ts` has one of each kind of what can be wrong
refusesForgeriesOf('decimals are refused', options);

test('the forger is no bungler: by their rows alone nearly all that it makes of a run are conformant', async () => {
  const operation = forgeable();
  const { text } = await recorded(options, { operation, runs: 2, extensions: 1 });
  const classes: string[] = [];
  for (const forgery of Object.values(forgeries))
    classes.push(
      classify((await judged(await forged(text, forgery), committed, operation)).result.rows, {
        expected: [],
        smokeTest,
      }),
    );
  expect(classes.filter((one) => one === 'conformant').length).toBeGreaterThanOrEqual(30);
});
