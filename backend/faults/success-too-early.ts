import type { Fault } from '../fault.ts';

export const successTooEarly: Fault = {
  id: 'success-too-early',
  summary: 'the job says SUCCESS 1.5 s before the size changes',
  requirement: 'job.truthful',
  mayAlsoFail: [],
  change: () => ({
    run: (_job, steps, { settings: { clock, jobDelayMs } }) => {
      // one after the other: on a busy machine timers of different lengths may change places
      clock.after(jobDelayMs / 2, () => {
        steps.begin();
        clock.after(jobDelayMs / 2, () => {
          steps.conclude();
          clock.after(1_500, steps.grow);
        });
      });
    },
  }),
};
