import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { indexFiles } from '../main/campaign/index.ts';
import { refuseWhileInUse } from '../main/report-folder/lock.ts';
import { UsageError } from '../main/settings/usage.ts';
import { reports } from '../reports/index.ts';
import { verifyIndex } from './campaign/verify.ts';
import type { Io } from './io.ts';
import { type VerifyWishes, verifyRun } from './verify-run.ts';

/**
 * Checks a report folder, of one run or of many, by the transcripts alone: exit 0 if everything in it follows from
 * them, whatever the verdicts, otherwise 1.
 *
 * @throws UsageError if there is no whole report in the folder, it is of another version, or the key is none
 */
export async function verifyCommand(folder: string, known: VerifyWishes, io: Io): Promise<number> {
  refuseWhileInUse(folder);
  const isIndexed = existsSync(join(folder, indexFiles.json));
  const isRun = existsSync(join(folder, reports.json.file));
  if (isIndexed && !isRun && known.page !== undefined)
    throw new UsageError(`--page is for one contract, but ${folder} has many runs: name the folder of one`);
  if (isIndexed && !isRun && known.report !== undefined)
    throw new UsageError(`--report is for one run, but ${folder} has many: name the folder of one`);
  if (isIndexed && !isRun) return verifyIndex(folder, known, io);
  const exit = await verifyRun(folder, theOne(known.contract), known, io);
  if (isIndexed) io.out(`  ${indexFiles.json} belongs to other, earlier runs: it was not checked\n`);
  return exit;
}

function theOne(contracts: readonly string[] = []): string | undefined {
  const [one, ...others] = contracts;
  if (others.length === 0) return one;
  throw new UsageError(`--contract names ${contracts.length} contracts, but this folder has one run`);
}
