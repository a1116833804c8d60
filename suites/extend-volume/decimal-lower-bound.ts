import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { decimalsAtLowerBound } from '../../generators/decimals.ts';
import { refusalExamples } from './examples.ts';
import { integerTwin } from './twins.ts';

export const decimalLowerBound = defineCheck({
  requirement: 'decimal.lower-bound',
  title: 'refuse a decimal whose integer part is the current size',
  budget: 'refusals',
  atMost: 36,
  cases: decimalsAtLowerBound,
  exercise: refusal('size.not-greater'),
  judge: refusalExpected,
  twin: integerTwin('refused'),
  examples: refusalExamples('{"os-extend":{"new_size":10.9}}', 'size.not-greater'),
});
