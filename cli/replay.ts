import { existsSync } from 'node:fs';
import { type Repeatable, type Replayed, replay } from '../engine/replay.ts';
import { systemClock } from '../main/clock.ts';
import { judgedAgain } from '../main/judged-again.ts';
import { onTarget } from '../main/on-target.ts';
import { operationOf } from '../main/operations.ts';
import { noProgress } from '../main/progress.ts';
import { checkRemoval, keepsVolumes } from '../main/removal.ts';
import { leaveLedger, ledgerIn } from '../main/report-folder/ledger.ts';
import { holding } from '../main/report-folder/lock.ts';
import type { Values } from '../main/settings/options.ts';
import type { Settings } from '../main/settings/settings.ts';
import type { replayOptions } from '../main/settings/target-options.ts';
import { UsageError } from '../main/settings/usage.ts';
import type { NoTarget } from '../main/settings/without-target.ts';
import { folderWord } from '../main/shell-word.ts';
import { sizeLimit } from '../main/size-limit.ts';
import { shown } from '../reports/text.ts';
import { isOfWholeGroup } from '../spec/requirements.ts';
import { CouldNotRun } from '../targets/volume-source.ts';
import type { Io } from './io.ts';
import { whereAsked } from './replay-target.ts';
import { onInterrupt } from './signals.ts';

/**
 * Sends the counterexamples of a report again: to the target of the settings, or to the reference backend if the report
 * is of it or a fault is named. Exit 1 if one of them still shows; 2 if none does, but some could not be judged;
 * otherwise 0. `flags`: as they were typed.
 *
 * @throws UsageError if the report does not follow from its transcript, or has no such counterexample; if only the
 * report names a target; if volumes would be removed that the run did not create
 */
export async function replayCommand(
  folder: string,
  read: Settings | NoTarget,
  flags: Values<typeof replayOptions>,
  io: Io,
): Promise<number> {
  const { verified, problems, loaded } = await judgedAgain(folder, flags.contract);
  if (verified === undefined || problems[0] !== undefined)
    throw new UsageError(
      `nothing was sent, because ${folder} does not follow from its transcript (${problems[0]?.where}: ${problems[0]?.what}): evs-conformance verify says more`,
    );
  const { settings, says } = whereAsked(folder, verified.result.target, read, flags);
  io.out(says);
  const chosen = choose(verified.counterexamples, settings, folder);
  if (chosen.length === 0) {
    io.out(`there is nothing to send again: no requirement failed in ${shown(folder)}\n`);
    return 0;
  }
  const { contract } = loaded;
  const operation = operationOf(contract);
  checkRemoval(operation, keepsVolumes(settings));
  const { minSize, report } = settings;
  const interrupt = onInterrupt();
  const hasLedger = existsSync(ledgerIn(report));
  try {
    // the ledger stands there before anything is obtained
    return await holding(report, `a replay of ${folder}`, async ({ lost }) => {
      const signal = AbortSignal.any([interrupt.signal, lost]);
      const options = {
        operation,
        contract,
        clock: systemClock,
        minSize,
        maxGb: sizeLimit(settings, contract),
        signal,
      };
      try {
        const replayed = await onTarget(settings, { contract, signal, progress: noProgress }, ({ target, jobMs }) =>
          replay(chosen, { ...options, target, jobMs }),
        );
        for (const one of replayed) io.out(lineOf(one));
        return conclude(replayed, io);
      } finally {
        tellLeft(report, leaveLedger(report, hasLedger), io);
      }
    });
  } catch (error) {
    if (!(error instanceof CouldNotRun)) throw error;
    throw new UsageError(error.message, { cause: error });
  } finally {
    interrupt.release();
  }
}

function tellLeft(folder: string, count: number, io: Io): void {
  if (count === 0) return;
  io.err(
    `evs-conformance: ${count} left behind, listed in ${ledgerIn(folder)}: evs-conformance sweep --report ${folderWord(folder)} returns them if it can\n`,
  );
}

function choose(all: readonly Repeatable[], { only }: Settings, folder: string): readonly Repeatable[] {
  if (only === undefined) return all;
  const missing = only.find((id) => !all.some(({ requirement }) => requirement === id) && !isOfWholeGroup(id, only));
  if (missing === undefined) return all.filter(({ requirement }) => only.includes(requirement));
  const known = all.map(({ requirement }) => requirement).join(', ');
  throw new UsageError(`${missing} did not fail in ${folder}; these did: ${known === '' ? 'nothing' : known}`);
}

const words = { shows: 'still shows', gone: 'no longer shows', unclear: 'cannot be told' } as const;

function lineOf({ requirement, kind, text }: Replayed): string {
  return `${requirement}: ${words[kind]}${text === '' ? '' : `\n  ${shown(text)}`}\n`;
}

function conclude(replayed: readonly Replayed[], io: Io): number {
  const count = (kind: Replayed['kind']): number => replayed.filter((one) => one.kind === kind).length;
  const [shows, unclear] = [count('shows'), count('unclear')];
  io.out(`${replayed.length} sent again: ${shows} still show, ${count('gone')} do not, ${unclear} cannot be told\n`);
  if (shows > 0) return 1;
  return unclear > 0 ? 2 : 0;
}
