import { defineWitness } from '../../engine/check.ts';
import { strangeJob } from '../../engine/judge/jobs.ts';
import { example } from '../examples.ts';

export const jobVocabulary = defineWitness({
  requirement: 'job.vocabulary',
  title: 'name the state of a job by the documented words and stay ended',
  needs: { observe: 'job' },
  watches: (step) => step.sights.some(({ job }) => job?.kind === 'job'),
  feeders: ['job.reachable', 'effect.size'],
  judge: strangeJob,
  examples: {
    conforms: [example('INIT, RUNNING, SUCCESS', { to: 20, jobs: ['INIT', 'RUNNING', 'SUCCESS', 'SUCCESS'] })],
    violates: [
      example('COMPLETED', { to: 20, jobs: ['RUNNING', 'COMPLETED'] }),
      example('RUNNING after SUCCESS', { to: 20, jobs: ['SUCCESS', 'RUNNING', 'RUNNING', 'RUNNING', 'RUNNING'] }),
    ],
  },
});
