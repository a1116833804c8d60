import type { PhraseOf } from '../phrase.ts';

export const volumeId = {
  name: 'volume-id',
  fact: 'parameter.volume',
  where: ['uri'],
  cites: 'row',
  patterns: {
    zh: /^云硬盘ID(\(非包周期\))?$/,
    en: /^(?:the )?id of the volume( \(pay-per-use, not prepaid for a period\))?$/i,
  },
  read: ([, billing]) => (billing === undefined ? {} : { billing: 'pay-per-use' }),
} satisfies PhraseOf<'parameter.volume'>;
