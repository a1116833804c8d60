import type { Fault } from '../fault.ts';

export const jobStuck: Fault = {
  id: 'job-stuck',
  summary: 'the job stays RUNNING after the volume has grown',
  requirement: 'job.reachable',
  mayAlsoFail: [],
  change: () => ({
    conclude: () => undefined,
  }),
};
