import { defineCheck } from '../../engine/check.ts';
import { lookUpUnknownJob } from '../../engine/exercises/look-ups.ts';
import { isOwnFailure } from '../../engine/judge/answers.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const jobUnknown = (of: Family) =>
  defineCheck({
    requirement: 'job.unknown',
    title: 'refuse the look-up of a job that does not exist',
    needs: { observe: 'job' },
    budget: 'refusals',
    atMost: 1,
    cases: (contract, room) => of.plainCases(contract, room),
    exercise: lookUpUnknownJob,
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      if (isOwnFailure(step)) return complain(step, 'server-error', contract, 'a 4xx');
      return refusalExpected(trace, contract);
    },
    examples: {
      conforms: [of.example('404', { outcome: 'refused', status: 404 })],
      violates: [of.example('500', { outcome: 'refused', status: 500 }), of.example('200', {})],
    },
  });
