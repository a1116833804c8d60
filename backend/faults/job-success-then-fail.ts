import type { Fault } from '../fault.ts';

export const jobSuccessThenFail: Fault = {
  id: 'job-success-then-fail',
  summary: 'a job says SUCCESS once, then FAIL',
  requirement: 'job.vocabulary',
  mayAlsoFail: ['effect.size'],
  change: (rules) => {
    const seen = new Set<string>();
    return {
      jobView: (job, context) => {
        const view = rules.jobView(job, context);
        if (job.status !== 'SUCCESS') return view;
        if (seen.has(job.id)) return { ...view, status: 'FAIL', fail_reason: 'timed out' };
        seen.add(job.id);
        return view;
      },
    };
  },
};
