import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { acceptedDecimals } from '../../generators/decimals.ts';
import { example } from './examples.ts';
import { integerTwin } from './twins.ts';

export const decimalAccepted = defineCheck({
  requirement: 'decimal.accepted',
  title: 'accept a decimal whose integer part is in range',
  budget: 'extensions',
  cases: acceptedDecimals,
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: integerTwin('accepted'),
  examples: {
    conforms: [example('20.9 is accepted', { body: '{"os-extend":{"new_size":20.9}}', to: 20, ending: 'as-asked' })],
    violates: [example('20.9 is refused', { body: '{"os-extend":{"new_size":20.9}}', outcome: 'refused' })],
  },
});
