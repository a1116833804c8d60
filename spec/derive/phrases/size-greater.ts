import type { PhraseOf } from '../phrase.ts';

export const sizeGreater = {
  name: 'size-greater',
  fact: 'size.range',
  where: ['request'],
  cites: 'sentence',
  patterns: {
    zh: /^(?:扩容后的云硬盘(?:容量|大小))?必须大于原有云硬盘(?:容量|大小)$/,
    en: /^(?:range: |(?:it|the new size) must be )greater than the size so far$/i,
  },
  read: () => ({ greaterThan: 'current' }),
} satisfies PhraseOf<'size.range'>;
