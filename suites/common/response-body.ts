import { definePassiveCheck } from '../../engine/check.ts';
import { isReadable } from '../../engine/judge/answers.ts';
import { isProperAcceptance } from '../../engine/judge/expect.ts';
import { wrongSuccessBody } from '../../engine/judge/success.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const responseBody = (of: Family) =>
  definePassiveCheck({
    requirement: of.ids.body,
    title: 'answer an accepted request with the documented body',
    appliesTo: (step) => isProperAcceptance(step) && isReadable(step),
    dependsOn: of.dependsOn.acceptances,
    judge: (trace, contract) => wrongSuccessBody(judgedStep(trace), contract),
    examples: {
      conforms: [
        of.example('a string', { to: 20 }),
        of.example('a string among other fields', { to: 20, text: '{"job_id":"7","links":[]}' }),
      ],
      violates: [
        of.example('a number', { to: 20, text: '{"job_id":7}' }),
        of.example('another spelling', { to: 20, text: '{"jobId":"7"}' }),
        of.example('wrapped', { to: 20, text: '{"job":{"id":"7"}}' }),
        of.example('an empty string', { to: 20, text: '{"job_id":""}' }),
        of.example('an empty body', { to: 20, text: '' }),
      ],
    },
  });
