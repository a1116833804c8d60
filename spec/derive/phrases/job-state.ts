import type { PhraseOf } from '../phrase.ts';

export const jobState = {
  name: 'job-state',
  fact: 'F18',
  where: ['response'],
  cites: 'sentence',
  patterns: {
    zh: /^如果需要查询job的状态,请参考查询job的状态$/,
    en: /^how to look up a job's state is described under /i,
  },
  read: () => 'elsewhere',
} satisfies PhraseOf<'F18'>;
