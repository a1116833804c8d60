import type { PhraseOf } from '../phrase.ts';

export const stateInUse = {
  name: 'state-in-use',
  fact: 'state.in-use',
  where: ['intro'],
  cites: 'sentence',
  patterns: {
    zh: /^扩容状态为in-use的云硬盘时,(没有约束限制|有以下约束)$/,
    en: /^while the volume is in-use, (nothing restricts the extension|these rules hold)$/i,
  },
  read: ([, rules]) => ({ status: 'in-use', constraints: /^(?:没有|nothing)/i.test(rules ?? '') ? 'none' : 'listed' }),
} satisfies PhraseOf<'state.in-use'>;
