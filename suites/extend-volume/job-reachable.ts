import { defineCheck } from '../../engine/check.ts';
import { followedJobs } from '../../engine/exercises/jobs.ts';
import { lostJob } from '../../engine/judge/jobs.ts';
import { example, step } from '../examples.ts';
import { freshCases } from '../plain-cases.ts';

const ended = step({ to: 20, ending: 'as-asked', jobs: ['INIT', 'RUNNING', 'SUCCESS'] });

export const jobReachable = defineCheck({
  requirement: 'job.reachable',
  title: 'return a job of its own that can be looked up and ends',
  needs: { observe: 'job' },
  budget: 'extensions',
  waits: true,
  atMost: 2,
  cases: freshCases,
  exercise: followedJobs,
  judge: lostJob,
  examples: {
    conforms: [{ title: 'it ends', trace: { steps: [ended] } }],
    violates: [
      example('it stays RUNNING', { to: 20, ending: 'as-asked', jobs: ['INIT', 'RUNNING', 'RUNNING'] }),
      { title: 'two extensions have the same', trace: { steps: [ended, ended] } },
    ],
  },
});
