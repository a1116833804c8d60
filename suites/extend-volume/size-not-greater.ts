import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { refusalExamples } from './examples.ts';

export const sizeNotGreater = defineCheck({
  requirement: 'size.not-greater',
  title: 'refuse a size that is not greater than the current one',
  budget: 'refusals',
  cases: (contract, room) => violate(contract, 'size.not-greater', room),
  exercise: refusal(),
  judge: refusalExpected,
  examples: refusalExamples('{"os-extend":{"new_size":10}}', 'size.not-greater'),
});
