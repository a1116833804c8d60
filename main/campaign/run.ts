import { join } from 'node:path';
import type { Lang } from '../../reports/html/languages.ts';
import { shown } from '../../reports/text.ts';
import type { CampaignEntry, CampaignIndex, EntryOutcome } from '../../verdicts/campaign.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import { clearReports } from '../report-folder/files.ts';
import { FolderTaken, holding } from '../report-folder/lock.ts';
import { readReport } from '../report-folder/read-report.ts';
import { indexOf, prepareIndex, writeIndex } from './index.ts';
import { entrySeed, shardOf } from './shard.ts';

/** One of many runs. */
export interface EntryToRun {
  /** Also the name of its folder, beside the index. */
  readonly name: string;
  /** sha256 of the config file that it names; null: it names none. */
  readonly config: string | null;
  /** Why it has no turn; undefined: it has one. */
  readonly passedOver?: string | undefined;
  /** Runs it, writes its report into the folder, and answers its exit code. */
  readonly run: (own: OwnSettings, signal: AbortSignal) => Promise<number>;
}

/** The own part of each of many runs. */
export interface OwnSettings {
  /** Folder of its report, absolute. */
  readonly report: string;
  readonly seed: number;
}

/** Many runs, ready to be run one after another. */
export interface CampaignPlan extends Pick<CampaignIndex, 'matrixFile' | 'seed' | 'shard'> {
  /** What is going to be done in the folder, told to whoever comes too late. */
  readonly what: string;
  /** Folder of the index, absolute. */
  readonly report: string;
  /** Language of `index.html`. */
  readonly lang: Lang;
  readonly entries: readonly EntryToRun[];
}

interface CampaignSurroundings {
  /** Aborting it ends the run under way; those after it are not run. */
  readonly signal: AbortSignal;
  /** Takes secrets out of what an error says. */
  readonly hide: (text: string) => string;
  readonly onBegin?: (name: string, at: number) => void;
  readonly onFailure?: (name: string, reason: string) => void;
}

/** An index, and the files that it was written to. */
export interface WrittenIndex {
  readonly index: CampaignIndex;
  readonly files: readonly string[];
}

/**
 * Runs the entries one after another, or those of a shard, each into a folder of its own; then writes the index. An entry
 * that cannot run does not keep the others from running. One lock holds the folder for all, and each entry one of its own.
 *
 * @throws FolderTaken where somebody works in the folder
 * @throws CannotWrite where nothing can be written there
 * @throws UsageError where the folder holds another shard
 */
export function runCampaign(
  { what, report, lang, entries, ...head }: CampaignPlan,
  { signal, hide, onBegin, onFailure }: CampaignSurroundings,
): Promise<WrittenIndex> {
  const { seed, shard } = head;
  const isOwn = (at: number): boolean => shard === null || shardOf(at, shard.of) === shard.index;
  return holding(report, what, async (lock) => {
    prepareIndex(report, shard);
    // whatever becomes of this run, no report of an earlier one may stand for an entry that had no turn
    for (const [at, { name }] of entries.entries()) if (isOwn(at)) clearReports(join(report, name));
    const either = AbortSignal.any([signal, lock.lost]);
    const done: CampaignEntry[] = [];
    for (const [at, entry] of entries.entries()) {
      const { name, config } = entry;
      done.push({ name, config, seed: entrySeed(seed, name), ...(await outcomeOf(entry, at, either)) });
    }
    lock.check();
    const index = indexOf(head, done);
    return { index, files: writeIndex(report, index, lang) };
  });

  async function outcomeOf({ name, passedOver, run }: EntryToRun, at: number, ending: AbortSignal) {
    if (!isOwn(at)) return none('elsewhere', `in shard ${shardOf(at, shard?.of ?? 1)}/${shard?.of}`);
    if (ending.aborted) return none('not-run', 'interrupted before its turn');
    if (passedOver !== undefined) return none('not-run', passedOver);
    onBegin?.(name, at);
    const folder = join(report, name);
    try {
      const exit = await run({ report: folder, seed: entrySeed(seed, name) }, ending);
      return { outcome: 'reported', exit, reason: null, report: readReport(folder).digest } as const;
    } catch (error) {
      // half of the formats may be written, and none may be taken for a report; in a folder that is taken they are another's
      if (!(error instanceof FolderTaken)) clearReports(folder);
      const reason = shown(hide(error instanceof Error ? error.message : String(error)), 2000);
      onFailure?.(name, reason);
      return { outcome: 'could-not-run', exit: exitCodes.broken, reason, report: null } as const;
    }
  }
}

const none = (outcome: 'elsewhere' | 'not-run', reason: string): EntryOutcome => ({
  outcome,
  exit: null,
  reason,
  report: null,
});
