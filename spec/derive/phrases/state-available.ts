import type { PhraseOf } from '../phrase.ts';

export const stateAvailable = {
  name: 'state-available',
  fact: 'state.available',
  where: ['intro'],
  cites: 'sentence',
  patterns: {
    zh: /^扩容状态为available的云硬盘时,(没有约束限制|有以下约束)$/,
    en: /^while the volume is available, (nothing restricts the extension|these rules hold)$/i,
  },
  read: ([, rules]) => ({
    status: 'available',
    constraints: /^(?:没有|nothing)/i.test(rules ?? '') ? 'none' : 'listed',
  }),
} satisfies PhraseOf<'state.available'>;
