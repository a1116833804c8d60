import { definePassiveCheck } from '../../engine/check.ts';
import { strangeJob } from '../../engine/judge/jobs.ts';
import type { Family } from './family.ts';

export const jobVocabulary = (of: Family) =>
  definePassiveCheck({
    requirement: 'job.vocabulary',
    title: 'name the state of a job by the documented words and stay ended',
    needs: { observe: 'job' },
    appliesTo: (step) => step.inScope && step.polls.some(({ job }) => job?.kind === 'job'),
    dependsOn: of.dependsOn.jobs,
    judge: strangeJob,
    examples: {
      conforms: [of.example('INIT, RUNNING, SUCCESS', { to: 20, jobs: ['INIT', 'RUNNING', 'SUCCESS', 'SUCCESS'] })],
      violates: [
        of.example('COMPLETED', { to: 20, jobs: ['RUNNING', 'COMPLETED'] }),
        of.example('RUNNING after SUCCESS', { to: 20, jobs: ['SUCCESS', 'RUNNING', 'RUNNING', 'RUNNING', 'RUNNING'] }),
      ],
    },
  });
