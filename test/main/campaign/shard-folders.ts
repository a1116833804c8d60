import { join } from 'node:path';
import { indexOf, writeIndex } from '../../../main/campaign/index.ts';
import { entrySeed, shardOf } from '../../../main/campaign/shard.ts';
import { writeReports } from '../../../main/report-folder/files.ts';
import { readReport } from '../../../main/report-folder/read-report.ts';
import { packageVersion } from '../../../main/version.ts';
import type { CampaignEntry, CampaignIndex } from '../../../verdicts/campaign.ts';
import type { Result } from '../../../verdicts/result.ts';

/** What a matrix file came to, by the names of its entries, in order; a text says why an entry has no report. */
export type Results = Readonly<Record<string, Result | string>>;

export const seed = 7;

/** What sets one run apart from another. */
interface Head {
  readonly sha256?: string;
  readonly seed?: number;
  /** That of a config file that every entry names. */
  readonly config?: string;
}

/** Writes the report folder of a shard as a run would have left it, and answers its index. */
export function writeShard(
  folder: string,
  results: Results,
  shard: CampaignIndex['shard'],
  head: Head = {},
): CampaignIndex {
  const start = head.seed ?? seed;
  const entries = Object.entries(results).map(([name, result], at): CampaignEntry => {
    const common = { name, config: head.config ?? null, seed: entrySeed(start, name) };
    if (shard !== null && shardOf(at, shard.of) !== shard.index)
      return { ...common, outcome: 'elsewhere', exit: null, reason: 'in another shard', report: null };
    if (typeof result === 'string') return { ...common, outcome: 'not-run', exit: null, reason: result, report: null };
    const below = join(folder, name);
    writeReports(below, { ...result, suite: { ...result.suite, version: packageVersion() }, seed: common.seed });
    const { digest } = readReport(below);
    const exit = { conformant: 0, 'non-conformant': 1, incomplete: 2, broken: 3 }[digest.verdict];
    return { ...common, outcome: 'reported', exit, reason: null, report: digest };
  });
  const index = indexOf({ matrixFile: { sha256: head.sha256 ?? 'a'.repeat(64) }, seed: start, shard }, entries);
  writeIndex(folder, index, 'en');
  return index;
}
