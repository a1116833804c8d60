import type { PhraseOf } from '../phrase.ts';

export const deprecatedTitle = {
  name: 'deprecated-title',
  fact: 'operation.deprecated',
  where: ['title'],
  cites: 'sentence',
  patterns: { zh: /\(废弃\)$/, en: /\(deprecated\)$/i },
  read: () => true,
} satisfies PhraseOf<'operation.deprecated'>;
