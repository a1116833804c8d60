import { defineWitness } from '../../engine/check.ts';
import { isReadable } from '../../engine/judge/answers.ts';
import { isProperAcceptance } from '../../engine/judge/expect.ts';
import { wrongSuccessBody } from '../../engine/judge/success.ts';
import { subjectStep } from '../../engine/step.ts';
import { example } from '../examples.ts';
import { acceptanceFeeders } from '../feeders.ts';

export const responseJobId = defineWitness({
  requirement: 'response.job-id',
  title: 'give the job of an accepted request at top level',
  watches: (step) => isProperAcceptance(step) && isReadable(step),
  feeders: acceptanceFeeders,
  judge: (trace, contract) => wrongSuccessBody(subjectStep(trace), contract),
  examples: {
    conforms: [
      example('a string', { to: 20 }),
      example('a string among other fields', { to: 20, text: '{"job_id":"7","links":[]}' }),
    ],
    violates: [
      example('a number', { to: 20, text: '{"job_id":7}' }),
      example('another spelling', { to: 20, text: '{"jobId":"7"}' }),
      example('wrapped', { to: 20, text: '{"job":{"id":"7"}}' }),
      example('an empty string', { to: 20, text: '{"job_id":""}' }),
      example('an empty body', { to: 20, text: '' }),
    ],
  },
});
