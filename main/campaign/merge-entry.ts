import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { reports } from '../../reports/index.ts';
import type { CampaignEntry } from '../../verdicts/campaign.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import { readReport } from '../report-folder/read-report.ts';
import { packageVersion } from '../version.ts';
import { CannotMerge, type ShardFolder } from './merge-shards.ts';

/**
 * An entry of a shard, with what its report says now rather than what the index says of it. They have to be the same:
 * a folder that was changed, or is half there, is no part of a whole.
 *
 * @throws UsageError where the report cannot be read
 * @throws CannotMerge where index and folder differ
 */
export function checkEntry({ folder, index }: ShardFolder, name: string): { readonly entry: CampaignEntry } {
  const entry = index.entries.find((one) => one.name === name);
  if (entry === undefined) throw new TypeError(`${folder} has no entry ${name}`);
  const below = join(folder, name);
  const there = entryFiles(below);
  const formats = Object.values(reports).map(({ file }) => file);
  if (entry.outcome !== 'reported') {
    const stray = formats.find((file) => there.includes(file));
    if (stray === undefined) return { entry };
    throw new CannotMerge(`${folder}: the index says that entry ${name} has no report, but there is ${name}/${stray}`);
  }
  const gone = formats.find((file) => !there.includes(file));
  if (gone !== undefined)
    throw new CannotMerge(
      `${folder} is incomplete: ${name}/${gone} is missing: fetch the whole folder, or run that shard again`,
    );
  const { version, seed, digest } = readReport(below);
  if (version !== packageVersion() || seed !== entry.seed)
    throw new CannotMerge(`${below} is a report of another run, of version ${version} and seed ${seed}`);
  if (!isDeepStrictEqual(digest, entry.report))
    throw new CannotMerge(`${below} is not the report that the index of ${folder} lists: one of them was changed`);
  checkExit(below, entry);
  return { entry };
}

/** Expected failures may change the exit code of a run that was judged, and of no other one. */
function checkExit(folder: string, { report, exit }: CampaignEntry): void {
  if (report === null || exit === exitCodes[report.verdict]) return;
  const { verdict, summary } = report;
  // a SHOULD may count as well
  if (summary.fail > 0 && exit === exitCodes['non-conformant']) return;
  if (verdict === 'non-conformant' || (verdict === 'conformant' && exit === exitCodes['non-conformant'])) return;
  throw new CannotMerge(`${folder} is ${verdict}, but the index says that it ended with exit code ${exit}`);
}

/**
 * The files in an entry's folder; none where there is no folder.
 *
 * @throws CannotMerge where there is anything but files: a link could lead anywhere
 */
export function entryFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!lstatSync(folder).isDirectory()) throw new CannotMerge(`${folder} is not a folder`);
  const found = readdirSync(folder, { withFileTypes: true });
  const stray = found.find((one) => !one.isFile());
  if (stray !== undefined) throw new CannotMerge(`${folder} holds ${stray.name}, which is not a file`);
  return found.map(({ name }) => name).sort();
}
