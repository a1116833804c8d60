import { defineCheck } from '../../engine/check.ts';
import { acceptedOnly } from '../../engine/exercises/acceptance.ts';
import { exactSizeExpected, withoutEffect } from '../../engine/judge/expect.ts';
import { judgedStep } from '../../engine/step.ts';
import { acceptedDecimals } from '../../generators/decimals.ts';
import { example } from './examples.ts';
import { integerTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":20.9}}';

export const decimalTruncated = defineCheck({
  requirement: 'decimal.truncated',
  title: 'take a decimal as the integer before its point',
  needs: { observe: 'volume' },
  budget: 'extensions',
  waits: true,
  cases: acceptedDecimals,
  exercise: acceptedOnly('job', ['effect']),
  judge: (trace, contract) => withoutEffect(judgedStep(trace), contract) ?? exactSizeExpected(trace, contract),
  twin: integerTwin('exact'),
  examples: {
    conforms: [example('20.9 gives 20 GB', { body, to: 20, ending: 'as-asked' })],
    violates: [
      example('20.9 gives nothing', { body, ending: 'unchanged' }),
      example('20.9 gives 21 GB', { body, to: 21, ending: 'otherwise' }),
      example('20.9 is stored with its fraction', { body, to: 20.9, ending: 'otherwise' }),
    ],
  },
});
