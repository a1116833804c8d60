import type { PhraseOf } from '../phrase.ts';

export const unshared = {
  name: 'unshared',
  fact: 'state.in-use-shared',
  where: ['intro'],
  cites: 'sentence',
  patterns: {
    zh: /^不支持共享云硬盘,即multiattach参数值必须为false$/,
    en: /^a shared volume cannot be extended, so multiattach must be false$/i,
  },
  read: (_match, { status }) => (status === null ? undefined : { status, multiattach: false }),
} satisfies PhraseOf<'state.in-use-shared'>;
