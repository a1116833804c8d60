import { decimalsAtLowerBound } from '../../generators/decimals.ts';
import { defineCheck } from '../check.ts';
import { refusalExamples } from '../examples.ts';
import { refusal } from '../exercises/refusal.ts';
import { refusalExpected } from '../judge/expect.ts';
import { integerTwin } from '../judge/twins.ts';

export const decimalLowerBound = defineCheck({
  requirement: 'decimal.lower-bound',
  title: 'refuse a decimal whose integer part is the current size',
  budget: 'refusals',
  cases: decimalsAtLowerBound,
  exercise: refusal(['size.greater']),
  judge: refusalExpected,
  twin: integerTwin('refused'),
  examples: refusalExamples('{"os-extend":{"new_size":10.9}}', 'size.greater'),
});
