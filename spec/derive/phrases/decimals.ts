import type { PhraseOf } from '../phrase.ts';

export const decimals = {
  name: 'decimals',
  fact: 'size.decimals',
  where: ['request'],
  cites: 'sentence',
  patterns: {
    zh: /^如果发送请求时,将参数值设置为小数,则默认取小数点前的整数$/,
    en: /^where a request gives a decimal, the integer before its point is taken by default$/i,
  },
  read: () => 'truncate',
} satisfies PhraseOf<'size.decimals'>;
