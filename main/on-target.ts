import { shown } from '../reports/text.ts';
import type { Contract } from '../spec/contract.ts';
import { lookupsFor } from '../targets/lookups.ts';
import { openTarget, type TargetOptions } from '../targets/open.ts';
import { referenceSource } from '../targets/sweep.ts';
import type { Target } from '../targets/target.ts';
import type { Progress } from './progress.ts';
import type { RunSettings } from './settings/settings.ts';
import { targetOptions } from './settings/target.ts';

/** The engine's view of where a command works. */
export interface OnTarget {
  readonly target: Target;
  /** How long an accepted request and its job may take, in ms. */
  readonly jobMs: number;
}

interface TargetSurroundings extends Pick<TargetOptions, 'onExchange' | 'onVolume' | 'signal'> {
  /** Says where volumes and jobs are read, as far as the settings do not. */
  readonly contract: Contract;
  readonly progress: Progress;
}

/** Does its work on the target of the settings, or on the reference backend, and closes what it has opened for that. */
export async function onTarget<T>(
  settings: RunSettings,
  { progress, contract, ...told }: TargetSurroundings,
  work: (opened: OnTarget) => Promise<T>,
): Promise<T> {
  const reference = settings.target === undefined ? await openReference(settings, contract) : undefined;
  const { jobMs } = settings.limits;
  try {
    const opened = openTarget({
      ...targetOptions(
        settings,
        settings.target ?? reference?.target ?? unreachable(),
        lookupsFor(contract, settings.observe),
      ),
      ...(reference === undefined ? {} : { sourceName: referenceSource, isReference: true }),
      ...told,
      warn: (text) => {
        progress.clear();
        process.stderr.write(`evs-conformance: ${shown(text)}\n`);
      },
    });
    try {
      return await work({
        target: opened.target,
        jobMs: reference === undefined ? jobMs : Math.min(jobMs, reference.jobMs),
      });
    } finally {
      opened.close();
    }
  } finally {
    await reference?.close();
  }
}

/** It is loaded only where it is the target. */
async function openReference({ fault }: RunSettings, { id }: Contract) {
  const { startReference } = await import('./settings/reference.ts');
  return startReference(id, fault);
}

function unreachable(): never {
  throw new TypeError('a command has a target or starts the reference backend');
}
