import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { Campaign } from '../../main/campaign/file.ts';
import { readShard, type Shard } from '../../main/campaign/shard.ts';
import { fromEnvironment } from '../../main/settings/config.ts';
import type { runOptions, Values } from '../../main/settings/options.ts';
import { defaults } from '../../main/settings/settings.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { readLang } from '../../main/settings/values.ts';
import type { Environment } from '../../wire/proxy.ts';

type EntryRunValues = Values<typeof runOptions>;

/** The flags for a campaign as a whole. */
export interface CampaignOptions {
  /** Folder of the index, absolute. */
  readonly report: string;
  /** The seed of the matrix file, from which those of the entries are derived. */
  readonly seed: number;
  readonly shard: Shard | null;
  /** Folder of earlier reports of any entry, absolute; undefined: each entry's own. */
  readonly history: string | undefined;
  /** undefined: each entry's own, and English for the index. */
  readonly lang: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Flags for the campaign as a whole; every other one is a setting of an entry. */
const own: readonly string[] = ['matrix', 'shard', 'report', 'history', 'seed', 'lang', 'quiet', 'verbose'];

const remedies: Readonly<Record<string, string>> = {
  plan: 'ask for it with the settings of one entry',
  page: 'verify takes it as well, for each folder by itself',
  challenge: 'each entry has a seed of its own; run the challenged one by itself',
};

/** Throws `UsageError` for a flag that belongs into the file: two shards with different flags could not be merged. */
export function readCampaignOptions(flags: EntryRunValues, env: Environment, campaign: Campaign): CampaignOptions {
  const stray = Object.keys(flags).find((name) => !own.includes(name));
  if (stray !== undefined) {
    const remedy = remedies[stray] ?? 'write it into the file, as a setting';
    throw new UsageError(`--${stray} is for a single run, and --matrix is given: ${remedy}`);
  }
  if ((fromEnvironment(env).contract?.length ?? 0) > 1)
    throw new UsageError('EVS_CONTRACT names several contracts, and --matrix is given: write them into the file');
  const {
    history,
    report = defaults.report,
    seed = campaign.seed,
    lang,
    quiet,
    shard,
  } = { ...fromEnvironment(env), ...flags };
  if (lang !== undefined) readLang(lang);
  if (shard !== undefined && seed === undefined) {
    throw new UsageError(
      '--shard needs a seed that all shards share: add --seed N (or EVS_SEED), or write seed into the matrix file',
    );
  }
  return {
    report: resolve(report),
    seed: seed ?? randomInt(2 ** 31 - 1),
    shard: shard === undefined ? null : readShard(shard, campaign.runs.length),
    history: history === undefined ? undefined : resolve(history),
    lang,
    quiet: quiet ?? false,
    verbose: flags.verbose ?? false,
  };
}
