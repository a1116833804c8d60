import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { refusalExamples } from './examples.ts';

export const sizeOverMaximum = defineCheck({
  requirement: 'size.over-maximum',
  title: 'refuse a size above the documented maximum',
  budget: 'refusals',
  cases: (contract, room) => violate(contract, 'size.over-maximum', room),
  exercise: refusal(),
  judge: refusalExpected,
  examples: refusalExamples('{"os-extend":{"new_size":32769}}', 'size.over-maximum'),
});
