import type { PhraseOf } from '../phrase.ts';

export const jobState = {
  name: 'job-state',
  fact: 'response.job-state',
  where: ['response'],
  cites: 'sentence',
  patterns: {
    zh: /^如果需要查询job的状态,请参考查询job的状态$/,
    en: /^how to look up a job's state is described under /i,
  },
  read: () => 'elsewhere',
} satisfies PhraseOf<'response.job-state'>;
