import { isGigabyte, type PhraseOf, wholeNumber } from '../phrase.ts';

/** The `~` leaves open whether the end belongs to the range. */
export const sizeRange = {
  name: 'size-range',
  fact: 'size.range',
  where: ['request'],
  cites: 'sentence',
  patterns: {
    zh: /^扩容后的云硬盘容量范围:大于原有云硬盘容量~云硬盘最大容量\(([^()]{1,32}?) ?([A-Za-z]+)\)$/,
    en: /^range: greater than the size so far ~ the largest size of a volume \(([^()]{1,32}?) ?([A-Za-z]+)\)$/i,
  },
  read: ([, maximum, unit]) =>
    isGigabyte(unit) ? { greaterThan: 'current', maximum: wholeNumber(maximum) } : undefined,
} satisfies PhraseOf<'size.range'>;
