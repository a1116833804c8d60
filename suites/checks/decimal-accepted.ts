import { acceptedDecimals } from '../../generators/decimals.ts';
import { defineCheck } from '../check.ts';
import { example } from '../examples.ts';
import { acceptance } from '../exercises/acceptance.ts';
import { acceptanceExpected } from '../judge/expect.ts';
import { integerTwin } from '../judge/twins.ts';

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
