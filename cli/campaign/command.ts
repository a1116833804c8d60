import { join, resolve } from 'node:path';
import { type CampaignRun, readCampaign } from '../../main/campaign/file.ts';
import { indexOf, prepareIndex, writeIndex } from '../../main/campaign/index.ts';
import { entrySettings, ownEnvironment } from '../../main/campaign/settings.ts';
import { entrySeed, shardOf } from '../../main/campaign/shard.ts';
import { clearReports } from '../../main/folder/files.ts';
import { FolderTaken, holding } from '../../main/folder/lock.ts';
import { readReport } from '../../main/folder/read-report.ts';
import type { runOptions, Values } from '../../main/settings/options.ts';
import { hideSecrets } from '../../main/settings/secrets.ts';
import { readLang } from '../../main/settings/values.ts';
import { variablesIn } from '../../main/settings/volumes.ts';
import { shown } from '../../reports/text.ts';
import type { CampaignEntry, EntryOutcome } from '../../verdicts/campaign.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import type { Secrets } from '../../wire/redact.ts';
import type { Io } from '../io.ts';
import { runOnce } from '../run.ts';
import { onInterrupt } from '../signals.ts';
import { type CampaignOptions, readCampaignOptions } from './flags.ts';

/**
 * Runs the entries of a matrix file, or of a shard of it, one after another, each into a folder of its own; then writes the
 * index, and answers the exit code. An entry that cannot run does not keep the others from running.
 */
export async function campaignCommand(
  flags: Values<typeof runOptions> & { readonly matrix: string },
  io: Io,
  secrets: Secrets,
): Promise<number> {
  const campaign = readCampaign(resolve(flags.matrix));
  const options = readCampaignOptions(flags, io.env, campaign);
  const { report, seed, shard, lang } = options;
  const isOwn = (at: number): boolean => shard === null || shardOf(at, shard.of) === shard.index;
  // what an entry says may hold the secret of another one, which only that one's settings would hide
  for (const name of campaign.runs.flatMap(({ settings }) => variablesIn(settings)))
    secrets.add(io.env[name] ?? '', `$${name}`);
  return holding(report, `the runs of ${flags.matrix}`, async (lock) => {
    prepareIndex(report, shard);
    // whatever becomes of this run, no report of an earlier one may stand for an entry that had no turn
    for (const [at, { name }] of campaign.runs.entries()) if (isOwn(at)) clearReports(join(report, name));
    const interrupt = onInterrupt();
    const either = AbortSignal.any([interrupt.signal, lock.lost]);
    const entries: CampaignEntry[] = [];
    try {
      for (const [at, run] of campaign.runs.entries()) {
        const { name, config } = run;
        const head = { name, config, seed: entrySeed(seed, name) };
        if (!isOwn(at))
          entries.push({ ...head, ...none('elsewhere', `in shard ${shardOf(at, shard?.of ?? 1)}/${shard?.of}`) });
        else if (either.aborted) entries.push({ ...head, ...none('not-run', 'interrupted before its turn') });
        else {
          io.out(`entry ${name} (${at + 1} of ${campaign.runs.length})\n`);
          entries.push({ ...head, ...(await outcomeOf(run, campaign.runs, options, either, io, secrets)) });
        }
      }
    } finally {
      interrupt.release();
    }
    lock.check();
    const index = indexOf({ matrixFile: { sha256: campaign.sha256 }, seed, shard }, entries);
    const files = writeIndex(report, index, readLang(lang ?? 'en'));
    io.out(`${index.headline}\nindex: ${files.join('  ')}\n`);
    return index.exit;
  });
}

const none = (outcome: 'elsewhere' | 'not-run', reason: string): EntryOutcome => ({
  outcome,
  exit: null,
  reason,
  report: null,
});

/** Runs one entry, as a single run would be; never throws, for the next one has its turn all the same. */
async function outcomeOf(
  run: CampaignRun,
  runs: readonly CampaignRun[],
  { report, seed, lang, quiet }: CampaignOptions,
  signal: AbortSignal,
  io: Io,
  secrets: Secrets,
): Promise<EntryOutcome> {
  const folder = join(report, run.name);
  try {
    const own = { report: folder, seed: entrySeed(seed, run.name), lang, quiet };
    const settings = entrySettings(run, own, ownEnvironment(run, runs, io.env));
    if (settings.target !== undefined) hideSecrets(secrets, settings.target);
    const exit = await runOnce(settings, io, signal);
    return { outcome: 'reported', exit, reason: null, report: readReport(folder).digest };
  } catch (error) {
    // half of the formats may be written, and none may be taken for a report; in a folder that is taken they are another's
    if (!(error instanceof FolderTaken)) clearReports(folder);
    const reason = shown(secrets.hide(error instanceof Error ? error.message : String(error)), 2000);
    io.err(`evs-conformance: entry ${run.name} could not run: ${reason}\n`);
    return { outcome: 'could-not-run', exit: exitCodes.broken, reason, report: null };
  }
}
