import { createHash } from 'node:crypto';
import type { CampaignIndex } from '../../verdicts/campaign.ts';
import { quoted, UsageError } from '../settings/usage.ts';

/** One of `of` parts of a matrix file, from 1. */
export type Shard = NonNullable<CampaignIndex['shard']>;

/** Reads `2/5`. Throws `UsageError` where it is none, or where the shard would have no entry: a shard that runs nothing must not look as if it had. */
export function readShard(text: string, entries: number): Shard {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? [];
  if (index === '')
    throw new UsageError(`--shard has to be i/n, such as 1/4 for the first of four, not ${quoted(text)}`);
  const shard = { index: Number(index), of: Number(of) };
  if (shard.of < 1 || shard.index < 1 || shard.index > shard.of)
    throw new UsageError(`--shard ${shard.index}/${shard.of}: shards are numbered from 1 to ${Math.max(1, shard.of)}`);
  if (shard.of > entries) {
    throw new UsageError(
      `--shard ${shard.index}/${shard.of}: the matrix file has ${entries} entries, so a shard would be empty: use at most ${entries} shards`,
    );
  }
  return shard;
}

/** The number of the shard, from 1, that an entry belongs to; `at` is its place in the file, from 0. */
export const shardOf = (at: number, of: number): number => (at % of) + 1;

/** The seed of an entry: it follows from that of the matrix file and from the entry's name alone, so that shards change nothing. */
export function entrySeed(seed: number, name: string): number {
  return createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE() & 0x7fff_ffff;
}
