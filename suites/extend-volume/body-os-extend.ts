import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { casesTogether } from '../../generators/cases.ts';
import { violate } from '../../generators/violate.ts';
import { refusalExamples } from './examples.ts';

/** The most telling one first. */
const broken = ['body.os-extend', 'body.os-extend-type', 'body.os-extend-body'] as const;

export const bodyOsExtend = defineCheck({
  requirement: 'body.os-extend',
  title: 'refuse a body without the action as an object',
  budget: 'refusals',
  atMost: 48,
  cases: (contract, room) => casesTogether(broken.map((clause) => violate(contract, clause, room))),
  exercise: refusal(),
  judge: refusalExpected,
  examples: refusalExamples('{}', 'body.os-extend'),
});
