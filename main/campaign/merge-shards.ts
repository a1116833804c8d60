import { isDeepStrictEqual } from 'node:util';
import type { CampaignIndex } from '../../verdicts/campaign.ts';
import { packageVersion } from '../version.ts';
import { readIndex } from './index.ts';
import { entrySeed, shardOf } from './shard.ts';

/** The folders are not the shards of one run: exit 3, and nothing is written. */
export class CannotMerge extends Error {
  override readonly name = 'CannotMerge';
}

/** The report folder of one shard, with its index. */
export interface ShardFolder {
  /** As it was named. */
  readonly folder: string;
  readonly index: CampaignIndex;
  /** The shard's number, from 1; that of a run of the whole is 1. */
  readonly number: number;
}

/**
 * Reads the indexes of the folders, which have to be all shards of one run, each once, in any order.
 *
 * @throws UsageError where an index cannot be read
 * @throws CannotMerge where they differ in what they are shards of, one is missing, or one is there twice
 */
export function agreeing(folders: readonly string[]): readonly [ShardFolder, ...ShardFolder[]] {
  const [first, ...others] = folders.map((folder): ShardFolder => {
    const index = readIndex(folder);
    return { folder, index, number: index.shard?.index ?? 1 };
  });
  if (first === undefined) throw new TypeError('there is nothing to merge');
  const of = first.index.shard?.of ?? 1;
  for (const shard of [first, ...others]) {
    checkVersion(shard);
    checkMatrix(shard);
    checkSame(first, shard);
    checkNumbers(shard, of);
  }
  checkAll([first, ...others], of);
  return [first, ...others];
}

function checkVersion({ folder, index }: ShardFolder): void {
  const { version } = index.suite;
  if (version === packageVersion()) return;
  throw new CannotMerge(
    `${folder} was made by version ${version}, and this is ${packageVersion()}: merge with the version that made the shards`,
  );
}

function checkMatrix({ folder, index }: ShardFolder): void {
  if (index.matrixFile === null)
    throw new CannotMerge(`${folder} is a whole run of several contracts, not a shard of a matrix file`);
}

/** The properties that all shards of a run share, and the messages if they do not. */
function checkSame(first: ShardFolder, other: ShardFolder): void {
  const [one, two] = [first.index, other.index];
  const differ = (what: string): CannotMerge =>
    new CannotMerge(`${first.folder} and ${other.folder} are of ${what}: merge shards of one run`);
  if (one.matrixFile?.sha256 !== two.matrixFile?.sha256) throw differ('different matrix files');
  if (one.seed !== two.seed) throw differ(`different seeds, ${one.seed} and ${two.seed}`);
  if ((one.shard?.of ?? 1) !== (two.shard?.of ?? 1))
    throw differ(`runs in ${one.shard?.of ?? 1} and in ${two.shard?.of ?? 1} shards`);
  const heads = ({ entries }: CampaignIndex) => entries.map(({ name, config, seed }) => ({ name, config, seed }));
  if (!isDeepStrictEqual(heads(one), heads(two)))
    throw differ('different entries, though the matrix file is the same: a config file that it names has changed');
}

/**
 * Whose turn it was follows from the order of the file; an index that says otherwise would overlap with another one.
 *
 * @throws CannotMerge where it does, or a name is there twice, or a seed is not that of its name
 */
export function checkNumbers({ folder, index, number }: ShardFolder, of: number): void {
  if (number > of) throw new CannotMerge(`${folder} says that it is shard ${number} of ${of}`);
  const names = new Set<string>();
  for (const [at, { name, outcome, seed }] of index.entries.entries()) {
    if (names.has(name)) throw new CannotMerge(`${folder} has two entries named ${name}`);
    names.add(name);
    if (seed !== entrySeed(index.seed, name))
      throw new CannotMerge(`${folder}: the seed of entry ${name} is not the one that its name has`);
    const isOwn = shardOf(at, of) === number;
    if (isOwn !== (outcome !== 'elsewhere')) {
      const [has, should] = isOwn ? ['does not have', 'should'] : ['has', 'should not'];
      throw new CannotMerge(`${folder} ${has} entry ${name}, and ${should}, as shard ${number}/${of}: run it again`);
    }
  }
}

function checkAll(shards: readonly ShardFolder[], of: number): void {
  for (const [at, { folder, number }] of shards.entries()) {
    const before = shards.findIndex((shard) => shard.number === number);
    if (before !== at)
      throw new CannotMerge(`${shards[before]?.folder} and ${folder} are both shard ${number}/${of}: remove one`);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(
    (one) => !shards.some(({ number }) => number === one),
  );
  if (missing.length === 0) return;
  const names = missing.slice(0, 10).map((one) => `${one}/${of}`);
  const more = missing.length > names.length ? `, and ${missing.length - names.length} more` : '';
  throw new CannotMerge(`shard ${names.join(', ')}${more} is missing: add its report folder, or run it`);
}
