import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { refusalExamples } from './examples.ts';

export const bodyNewSizeType = defineCheck({
  requirement: 'body.new-size-type',
  title: 'refuse a size that is no number',
  budget: 'refusals',
  atMost: 44,
  cases: (contract, room) => violate(contract, 'body.new-size-type', room),
  exercise: refusal(),
  judge: refusalExpected,
  examples: refusalExamples('{"os-extend":{"new_size":null}}', 'body.new-size-type'),
});
