import type { Fault } from '../fault.ts';

export const successWithoutEffect: Fault = {
  id: 'success-without-effect',
  summary: 'the job ends in SUCCESS, but the size stays',
  requirement: 'effect.size',
  mayAlsoFail: ['job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: () => ({
    grow: () => undefined,
  }),
};
