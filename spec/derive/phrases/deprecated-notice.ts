import type { PhraseOf } from '../phrase.ts';

export const deprecatedNotice = {
  name: 'deprecated-notice',
  fact: 'notice.deprecated',
  where: ['intro', 'title'],
  cites: 'sentence',
  patterns: {
    zh: /^由于兼容性原因导致存在该接口,目前已经废弃$/,
    en: /^this operation is deprecated and remains only for compatibility$/i,
  },
  read: () => true,
} satisfies PhraseOf<'notice.deprecated'>;
