import { defineWitness } from '../../engine/check.ts';
import { untruthfulJob } from '../../engine/judge/jobs.ts';
import { example } from '../examples.ts';

export const jobTruthful = defineWitness({
  requirement: 'job.truthful',
  title: 'show the new size once the job says SUCCESS',
  needs: { observe: 'job' },
  watches: (step) => step.sights.some(({ job }) => job?.kind === 'job' && job.status === 'SUCCESS'),
  feeders: ['job.reachable', 'effect.size'],
  judge: untruthfulJob,
  examples: {
    conforms: [example('SUCCESS beside the new size', { to: 20, jobs: ['SUCCESS'] })],
    violates: [example('SUCCESS beside the old size', { to: 10, jobs: ['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS'] })],
  },
});
