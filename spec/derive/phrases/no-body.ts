import type { PhraseOf } from '../phrase.ts';

export const noBody = {
  name: 'no-body',
  fact: 'response.no-body',
  where: ['response', 'status'],
  cites: 'sentence',
  patterns: { zh: /^正常返回时没有(?:响应|消息)体$/, en: /^(?:a|the) successful answer has no body$/i },
  read: () => true,
} satisfies PhraseOf<'response.no-body'>;
