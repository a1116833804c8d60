import type { PhraseOf } from '../phrase.ts';

export const sizeUnit = {
  name: 'size-unit',
  fact: 'request.size',
  where: ['request'],
  cites: 'row',
  patterns: {
    zh: /^扩容后的云硬盘大小,单位为([A-Za-z]+)$/,
    en: /^(?:the )?size of the volume after the extension, in ([A-Za-z]+)$/i,
  },
  read: ([, unit]) => (unit === undefined ? undefined : { unit }),
} satisfies PhraseOf<'request.size'>;
