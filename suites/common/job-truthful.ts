import { definePassiveCheck } from '../../engine/check.ts';
import { untruthfulJob } from '../../engine/judge/jobs.ts';
import type { Family } from './family.ts';

export const jobTruthful = (of: Family) =>
  definePassiveCheck({
    requirement: 'job.truthful',
    title: 'show the new size once the job says SUCCESS',
    needs: { observe: 'job' },
    appliesTo: (step) => step.inScope && step.polls.some(({ job }) => job?.kind === 'job' && job.status === 'SUCCESS'),
    dependsOn: of.dependsOn.jobs,
    judge: untruthfulJob(of.effect),
    examples: {
      conforms: [of.example('SUCCESS with the new size', { to: 20, jobs: ['SUCCESS'] })],
      violates: [
        of.example('SUCCESS with the old size', { to: 10, jobs: ['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS'] }),
      ],
    },
  });
