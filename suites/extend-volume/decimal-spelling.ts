import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected, exactSizeExpected, withoutEffect } from '../../engine/judge/expect.ts';
import { judgedStep } from '../../engine/step.ts';
import { exponents } from '../../generators/decimals.ts';
import { example } from './examples.ts';
import { plainlySpelledTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":2e1}}';

export const decimalSpelling = defineCheck({
  requirement: 'decimal.spelling',
  title: 'treat the same number in exponent form alike',
  budget: 'extensions',
  atMost: 8,
  cases: exponents,
  exercise: acceptance(),
  judge: (trace, contract) =>
    acceptanceExpected(trace, contract) ??
    withoutEffect(judgedStep(trace), contract) ??
    exactSizeExpected(trace, contract),
  twin: plainlySpelledTwin,
  examples: {
    conforms: [example('2e1 gives 20 GB', { body, to: 20, ending: 'as-asked' })],
    violates: [
      example('2e1 is refused', { body, outcome: 'refused' }),
      example('2e1 is read up to the e', { body, to: 12, ending: 'otherwise' }),
    ],
  },
});
