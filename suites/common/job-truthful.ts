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
      conforms: [
        of.example('SUCCESS once the effect shows', { to: 20, jobs: ['SUCCESS'] }),
        of.example('SUCCESS before the effect shows, for less than a second', { to: 10, jobs: ['SUCCESS', 'SUCCESS'] }),
      ],
      violates: [
        of.example('SUCCESS in four looks over a second and more, without the effect', {
          to: 10,
          jobs: ['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS'],
        }),
      ],
    },
  });
