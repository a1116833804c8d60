import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { refusalExamples } from './examples.ts';

export const bodyNewSize = defineCheck({
  requirement: 'body.new-size',
  title: 'refuse the action without its size',
  budget: 'refusals',
  atMost: 36,
  cases: (contract, room) => violate(contract, 'body.new-size', room),
  exercise: refusal(),
  judge: refusalExpected,
  examples: refusalExamples('{"os-extend":{}}', 'body.new-size'),
});
