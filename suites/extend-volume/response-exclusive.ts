import { defineWitness } from '../../engine/check.ts';
import { contradicts, isReadable } from '../../engine/judge/answers.ts';
import { subjectStep } from '../../engine/step.ts';
import { example } from '../examples.ts';
import { everyFeeder } from '../feeders.ts';

export const responseExclusive = defineWitness({
  requirement: 'response.exclusive',
  title: 'never answer with an error and a job at once',
  watches: (step) => step.outcome !== 'none' && step.inScope && isReadable(step),
  feeders: everyFeeder,
  judge: (trace, contract) => contradicts(subjectStep(trace), contract),
  examples: {
    conforms: [
      example('a job alone', { to: 20 }),
      example('a job beside a null error', { to: 20, text: '{"job_id":"7","error":null}' }),
      example('an error alone', { outcome: 'refused' }),
    ],
    violates: [
      example('a refusal with a job', {
        outcome: 'refused',
        text: '{"error":{"message":"m","code":"c"},"job_id":"7"}',
      }),
      example('a success with an error', { to: 20, text: '{"error":{"message":"m","code":"c"},"job_id":"7"}' }),
    ],
  },
});
