import type { Fault } from '../fault.ts';

export const jobRegresses: Fault = {
  id: 'job-regresses',
  summary: 'a job says SUCCESS once, then RUNNING again',
  requirement: 'job.vocabulary',
  mayAlsoFail: [],
  change: (rules) => {
    const seen = new Set<string>();
    return {
      jobView: (job, context) => {
        const view = rules.jobView(job, context);
        if (job.status !== 'SUCCESS') return view;
        if (seen.has(job.id)) return { ...view, status: 'RUNNING' };
        seen.add(job.id);
        return view;
      },
    };
  },
};
