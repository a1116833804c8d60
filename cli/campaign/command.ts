import { resolve } from 'node:path';
import { theContractRun } from '../../main/campaign/contracts.ts';
import { type CampaignRun, readCampaign } from '../../main/campaign/file.ts';
import type { OwnSettings } from '../../main/campaign/run.ts';
import { entrySettings, ownEnvironment } from '../../main/campaign/settings.ts';
import type { runOptions, Values } from '../../main/settings/options.ts';
import { hideSecrets } from '../../main/settings/secrets.ts';
import { readLang } from '../../main/settings/values.ts';
import { variablesIn } from '../../main/settings/volumes.ts';
import type { Secrets } from '../../wire/redact.ts';
import type { Io } from '../io.ts';
import { earlierRuns, runOnce } from '../run.ts';
import { readCampaignOptions } from './flags.ts';
import { runAll } from './run-all.ts';

/** Runs the entries of a matrix file, or of a shard of it, each like a single run; resolves with the exit code. */
export async function campaignCommand(
  flags: Values<typeof runOptions> & { readonly matrix: string },
  io: Io,
  secrets: Secrets,
): Promise<number> {
  const campaign = readCampaign(resolve(flags.matrix));
  const { runs, sha256 } = campaign;
  const { history: folder, lang, quiet, verbose, ...options } = readCampaignOptions(flags, io.env, campaign);
  const history = earlierRuns(folder);
  // an entry's text may hold the secret of another entry, which only that entry's settings would hide
  for (const name of runs.flatMap(({ settings }) => variablesIn(settings))) secrets.add(io.env[name] ?? '', `$${name}`);

  async function run(entry: CampaignRun, own: OwnSettings, signal: AbortSignal): Promise<number> {
    const given = entrySettings(entry, { ...own, lang, quiet }, ownEnvironment(entry, runs, io.env));
    const settings = { ...given, verbose };
    if (settings.target !== undefined) hideSecrets(secrets, settings.target);
    const { loaded } = theContractRun(settings, 'an entry of a matrix file has one; list the others under contracts');
    return runOnce(settings, loaded, io, signal, { history: history ?? earlierRuns(settings.history) });
  }
  const entries = runs.map((entry) => ({
    name: entry.name,
    config: entry.config,
    run: (own: OwnSettings, signal: AbortSignal) => run(entry, own, signal),
  }));
  const plan = { what: `the runs of ${flags.matrix}`, matrixFile: { sha256 }, lang: readLang(lang ?? 'en'), entries };
  return runAll({ ...plan, ...options }, io, secrets);
}
