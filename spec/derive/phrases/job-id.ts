import type { PhraseOf } from '../phrase.ts';

export const jobId = {
  name: 'job-id',
  fact: 'response.job',
  where: ['response'],
  cites: 'row',
  patterns: { zh: /^正常返回时返回的任务ID$/, en: /^(?:the )?id of the job, given when the request succeeds$/i },
  read: () => ({}),
} satisfies PhraseOf<'response.job'>;
