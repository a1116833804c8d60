import type { PhraseOf } from '../phrase.ts';

export const effect = {
  name: 'effect',
  fact: 'operation.effect',
  where: ['intro'],
  cites: 'sentence',
  patterns: { zh: /^扩容一个云硬盘$/, en: /^(?:enlarges|extends) (?:one|a single) (?:cloud )?volume$/i },
  read: () => ({ extends: 'volume', count: 1 }),
} satisfies PhraseOf<'operation.effect'>;
