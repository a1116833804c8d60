import type { PhraseOf } from '../phrase.ts';

export const errorCodes = {
  name: 'error-codes',
  fact: 'error-codes',
  where: ['errors'],
  cites: 'section',
  patterns: { zh: /^请参考错误码说明$/, en: /^the codes are explained under /i },
  read: () => 'elsewhere',
} satisfies PhraseOf<'error-codes'>;
