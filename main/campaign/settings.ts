import type { Environment } from '../../wire/proxy.ts';
import { settingsFrom } from '../settings/config.ts';
import type { Settings } from '../settings/settings.ts';
import { UsageError } from '../settings/usage.ts';
import { variablesIn } from '../settings/volumes.ts';
import type { CampaignRun } from './file.ts';

/** The options of the command that apply to each of its runs. */
export interface CampaignFlags {
  /** Folder of the run's report, absolute. */
  readonly report: string;
  readonly seed: number;
  readonly lang: string | undefined;
  readonly quiet: boolean;
}

/**
 * The settings of one entry. Throws `UsageError` where they are wrong or a secret is not there.
 * `env` is the entry's own, of `ownEnvironment`.
 */
export function entrySettings(run: CampaignRun, flags: CampaignFlags, env: Environment): Settings {
  const { lang, quiet, report, seed } = flags;
  const given = { report, seed, ...(lang === undefined ? {} : { lang }), ...(quiet ? ({ quiet } as const) : {}) };
  try {
    return settingsFrom({ flags: {}, given, file: run.settings, env, config: run.file });
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    const hint = /\bEVS_/.test(cause.message) ? '; in a matrix, a variable counts where the entry names it' : '';
    throw new UsageError(`${cause.message}${hint}`, { cause });
  }
}

/**
 * The environment as one entry may see it. Our own variables (`EVS_…`) say what a single run is to do, and would say it to
 * every entry: a token in `EVS_TOKEN` would go to each vendor. So they count where the entry names them, and what only
 * others name as a secret is not there at all: programs that hand out volumes are somebody's, too.
 */
export function ownEnvironment(run: CampaignRun, runs: readonly CampaignRun[], env: Environment): Environment {
  const own = new Set(variablesIn(run.settings));
  const others = new Set(runs.flatMap(({ settings }) => variablesIn(settings)));
  const kept = Object.entries(env).filter(([name]) => own.has(name) || (!others.has(name) && !name.startsWith('EVS_')));
  return Object.fromEntries(kept);
}
