import { existsSync, rmdirSync } from 'node:fs';
import { trySetUp } from '../engine/contact/set-up-trial.ts';
import type { TriedPart } from '../engine/contact/tried-part.ts';
import type { Contract } from '../spec/contract.ts';
import { exitCodes } from '../verdicts/fold.ts';
import type { Class } from '../verdicts/result.ts';
import { systemClock } from './clock.ts';
import { onTarget } from './on-target.ts';
import { operationOf } from './operations.ts';
import { noProgress } from './progress.ts';
import { checkRemoval, keepsVolumes } from './removal.ts';
import { leaveLedger, ledgerIn } from './report-folder/ledger.ts';
import { holding } from './report-folder/lock.ts';
import type { Settings } from './settings/settings.ts';
import { sizeLimit } from './size-limit.ts';

/** The result of trying a set-up. */
export interface Diagnosis {
  readonly tried: readonly TriedPart[];
  /** Volumes that were obtained, and requests to the target. */
  readonly volumes: number;
  readonly requests: number;
  /** As that of a run: 0 all well, 1 the target is wrong, 2 nobody can tell, 3 the set-up is at fault. */
  readonly exit: (typeof exitCodes)[Class];
}

/**
 * Tries a set-up on the target of the settings, or on the reference backend. The ledger in the report folder goes as it came,
 * unless something is left.
 *
 * @throws UsageError where the contract is of no operation, or volumes would be removed that were not created
 * @throws FolderTaken where a run works in the report folder
 */
export async function diagnose(
  settings: Settings,
  contract: Contract,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (tried: TriedPart) => void },
): Promise<Diagnosis> {
  const operation = operationOf(contract);
  checkRemoval(operation, keepsVolumes(settings));
  const { report, minSize } = settings;
  const [hasFolder, hasLedger] = [existsSync(report), existsSync(ledgerIn(report))];
  const diagnosis = await holding(report, 'a doctor', async ({ lost }) => {
    const either = AbortSignal.any([signal, lost]);
    const surroundings = { contract, signal: either, progress: noProgress };
    const found = await onTarget(settings, surroundings, async ({ target, jobMs }) => {
      const maxGb = sizeLimit(settings, contract);
      const options = { operation, contract, target, clock: systemClock, jobMs, minSize, maxGb, signal: either };
      const tried = await trySetUp(options, tell);
      const volumes = target.provisioner.summary().volumesCreated;
      return { tried, volumes, requests: target.transport.count(), exit: exitOf(tried) };
    });
    leaveLedger(report, hasLedger);
    return found;
  });
  if (!hasFolder) removeIfEmpty(report);
  return diagnosis;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // somebody needs it
  }
}

function exitOf(tried: readonly TriedPart[]): Diagnosis['exit'] {
  const has = (outcome: TriedPart['outcome']): boolean => tried.some((one) => one.outcome === outcome);
  if (has('set-up')) return exitCodes.broken;
  if (has('wrong')) return exitCodes['non-conformant'];
  return has('unclear') ? exitCodes.incomplete : exitCodes.conformant;
}
