import type { PhraseOf } from '../phrase.ts';

export const errorCode = {
  name: 'error-code',
  fact: 'response.error-code',
  where: ['response'],
  cites: 'row',
  patterns: { zh: /^出现错误时,返回的错误码$/, en: /^(?:the )?error code, given when the request fails$/i },
  read: () => ({}),
} satisfies PhraseOf<'response.error-code'>;
