import type { PhraseOf } from '../phrase.ts';

export const serverStatus = {
  name: 'server-status',
  fact: 'state.server-status',
  where: ['intro'],
  cites: 'sentence',
  patterns: {
    zh: /^云硬盘所挂载的云服务器状态必须为([A-Z_]+(?:(?:[、,]|或者?)[A-Z_]+)*)才支持扩容$/,
    en: /^[Tt]he server that it is attached to must be ([A-Z_]+(?:(?:, or |, | or )[A-Z_]+)*)$/,
  },
  read: ([, servers], { status }) =>
    status === null || servers === undefined
      ? undefined
      : { status, servers: servers.split(/、|或者?|, or |, ?| or /) },
} satisfies PhraseOf<'state.server-status'>;
