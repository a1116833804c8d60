import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { campaignJson } from '../../reports/campaign/json.ts';
import { campaignPage } from '../../reports/campaign/page.ts';
import type { Lang } from '../../reports/html/languages.ts';
import schema from '../../schemas/index.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import {
  type CampaignEntry,
  type CampaignIndex,
  campaignHeadline,
  classifyCampaign,
  exitOfCampaign,
} from '../../verdicts/campaign.ts';
import { clearReports, writeFile } from '../report-folder/files.ts';
import { readJson } from '../report-folder/read.ts';
import { UsageError } from '../settings/usage.ts';
import { packageVersion } from '../version.ts';

export const indexFiles = { json: 'index.json', page: 'index.html' } as const;

/**
 * An index over entries, which are those of a matrix file, or one a contract. Class, exit code and headline follow from them,
 * the seed and the file's sha256, and from nothing else: so `merge` makes of shards what one run makes.
 */
export function indexOf(
  { matrixFile, seed, shard }: Pick<CampaignIndex, 'matrixFile' | 'seed' | 'shard'>,
  entries: readonly CampaignEntry[],
): CampaignIndex {
  return {
    suite: { name: 'evs-conformance', version: packageVersion() },
    matrixFile: matrixFile === null ? null : { sha256: matrixFile.sha256 },
    seed,
    shard: shard === null ? null : { index: shard.index, of: shard.of },
    verdict: classifyCampaign(entries),
    exit: exitOfCampaign(entries),
    headline: campaignHeadline({ matrixFile, shard, entries }),
    entries,
  };
}

/** Writes both forms of an index; `index.json` last, for it is what says that the rest is there. Answers the files. */
export function writeIndex(folder: string, index: CampaignIndex, lang: Lang): readonly string[] {
  const [page, json] = [join(folder, indexFiles.page), join(folder, indexFiles.json)];
  writeFile(page, campaignPage(index, lang));
  writeFile(json, campaignJson(index));
  return [page, json];
}

/**
 * Makes the folder ready. The index of an earlier run goes, lest it be taken for that of one that broke off; that of
 * another shard stays, and is an error: its reports would be lost.
 */
export function prepareIndex(folder: string, shard: CampaignIndex['shard']): void {
  const file = join(folder, indexFiles.json);
  const before = existsSync(file) ? lookedAt(folder)?.shard : undefined;
  if (before !== undefined && name(before) !== name(shard)) {
    throw new UsageError(
      `${folder} holds ${name(before)} of a matrix file, but this is ${name(shard)}: give each shard a folder of its own by --report`,
    );
  }
  clearReports(folder);
  for (const one of Object.values(indexFiles)) rmSync(join(folder, one), { force: true });
}

const name = (shard: CampaignIndex['shard']): string =>
  shard === null ? 'the whole' : `shard ${shard.index}/${shard.of}`;

/** A file that cannot be read is not missed. */
function lookedAt(folder: string): CampaignIndex | undefined {
  try {
    return readIndex(folder);
  } catch {
    return undefined;
  }
}

/** Reads the `index.json` of a folder. Throws `UsageError` where it is not there, is cut off or has another shape. */
export function readIndex(folder: string): CampaignIndex {
  const file = join(folder, indexFiles.json);
  if (existsSync(folder) && !existsSync(file)) {
    throw new UsageError(
      `${folder} has no ${indexFiles.json}: it is not a report folder of run --matrix, or the run broke off: run that shard again`,
    );
  }
  const found = readJson('the index', file, 16 * 1024 * 1024);
  const validate = new Ajv2020({ ...checkedSchema, strictTypes: false }).compile<CampaignIndex>(schema);
  if (validate(found)) return found;
  const [error] = validate.errors ?? [];
  throw new UsageError(`the index ${file} has another shape: ${error?.instancePath || 'it'} ${error?.message ?? ''}`);
}
