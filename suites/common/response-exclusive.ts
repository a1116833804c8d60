import { definePassiveCheck } from '../../engine/check.ts';
import { contradicts, isReadable } from '../../engine/judge/answers.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const responseExclusive = (of: Family) =>
  definePassiveCheck({
    requirement: 'response.exclusive',
    title: 'never answer with an error and a job at once',
    appliesTo: (step) => (of.isRefusal(step) || (step.outcome !== 'none' && step.inScope)) && isReadable(step),
    dependsOn: [...of.dependsOn.refusals, ...of.dependsOn.acceptances],
    judge: (trace, contract) => contradicts(judgedStep(trace), contract),
    examples: {
      conforms: [
        of.example('a job alone', { to: 20 }),
        of.example('a job with a null error', { to: 20, text: '{"job_id":"7","error":null}' }),
        of.example('an error alone', { outcome: 'refused' }),
      ],
      violates: [
        of.example('a refusal with a job', {
          outcome: 'refused',
          text: '{"error":{"message":"m","code":"c"},"job_id":"7"}',
        }),
        of.example('a success with an error', { to: 20, text: '{"error":{"message":"m","code":"c"},"job_id":"7"}' }),
      ],
    },
  });
