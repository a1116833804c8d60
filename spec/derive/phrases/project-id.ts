import type { PhraseOf } from '../phrase.ts';

export const projectId = {
  name: 'project-id',
  fact: 'parameter.project',
  where: ['uri'],
  cites: 'row',
  patterns: { zh: /^项目ID$/, en: /^(?:the )?id of the (?:caller's )?project$/i },
  read: () => ({}),
} satisfies PhraseOf<'parameter.project'>;
