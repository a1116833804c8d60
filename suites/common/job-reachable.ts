import { defineCheck } from '../../engine/check.ts';
import { followJobs } from '../../engine/exercises/jobs.ts';
import { lostJob, ownJob } from '../../engine/judge/jobs.ts';
import type { Family } from './family.ts';

const ended = (of: Family) => of.step({ to: 20, ending: 'as-asked', jobs: ['INIT', 'RUNNING', 'SUCCESS'] });

export const jobReachable = (of: Family) =>
  defineCheck({
    requirement: 'job.reachable',
    title: 'return a job of its own that can be looked up and ends',
    needs: { observe: 'job' },
    budget: 'extensions',
    waits: true,
    atMost: 2,
    cases: of.freshCases,
    exercise: followJobs,
    judge: lostJob(of.effect),
    unique: ownJob(of.effect),
    examples: {
      conforms: [{ title: 'the job can be looked up by its id, and ends', trace: { steps: [ended(of)] } }],
      violates: [
        of.example('the job stays RUNNING', { to: 20, ending: 'as-asked', jobs: ['INIT', 'RUNNING', 'RUNNING'] }),
        { title: 'two requests are given the same job', trace: { steps: [ended(of), ended(of)] } },
      ],
    },
  });
