import { defineCheck } from '../check.ts';
import { example, step } from '../examples.ts';
import { followedJobs } from '../exercises/jobs.ts';
import { lostJob } from '../judge/jobs.ts';
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
