import type { PhraseOf } from '../phrase.ts';

export const errorMessage = {
  name: 'error-message',
  fact: 'response.error-message',
  where: ['response'],
  cites: 'row',
  patterns: { zh: /^出现错误时,返回的错误消息$/, en: /^(?:the )?error message, given when the request fails$/i },
  read: () => ({}),
} satisfies PhraseOf<'response.error-message'>;
