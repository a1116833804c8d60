import type { PhraseOf } from '../phrase.ts';

export const enterpriseProject = {
  name: 'enterprise-project',
  fact: 'operation.enterprise-project',
  where: ['intro'],
  cites: 'sentence',
  patterns: { zh: /^支持企业项目授权功能$/, en: /^access can be granted by enterprise project$/i },
  read: () => true,
} satisfies PhraseOf<'operation.enterprise-project'>;
