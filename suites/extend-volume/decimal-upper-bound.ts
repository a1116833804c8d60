import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected, exactSizeExpected, withoutEffect } from '../../engine/judge/expect.ts';
import { judgedStep } from '../../engine/step.ts';
import { decimalsAtMaximum } from '../../generators/decimals.ts';
import { example } from './examples.ts';
import { integerTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":32768.9}}';
const expects = { kind: 'open', clauses: ['size.maximum'], size: 32768 } as const;

export const decimalUpperBound = defineCheck({
  requirement: 'decimal.upper-bound',
  title: 'take a decimal just above the maximum as the maximum',
  needs: { fullRoom: true },
  budget: 'extensions',
  atMost: 6,
  cases: decimalsAtMaximum,
  exercise: acceptance(),
  judge: (trace, contract) =>
    acceptanceExpected(trace, contract) ??
    withoutEffect(judgedStep(trace), contract) ??
    exactSizeExpected(trace, contract),
  twin: integerTwin('accepted'),
  examples: {
    conforms: [example('32768.9 gives the maximum', { body, expects, to: 32768, ending: 'as-asked' })],
    violates: [
      example('32768.9 is refused', { body, expects, outcome: 'refused' }),
      example('32768.9 is rounded up', { body, expects, to: 32769, ending: 'otherwise' }),
    ],
  },
});
