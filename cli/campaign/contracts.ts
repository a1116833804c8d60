import { randomInt } from 'node:crypto';
import { type ContractRun, passedOver } from '../../main/campaign/contracts.ts';
import type { EntryToRun } from '../../main/campaign/run.ts';
import type { Settings } from '../../main/settings/settings.ts';
import type { Secrets } from '../../wire/redact.ts';
import type { Io } from '../io.ts';
import { earlierRuns, runOnce } from '../run.ts';
import { runAll } from './run-all.ts';

/**
 * Certifies the target by several contracts, each like a run by this contract alone; resolves with the common exit
 * code.
 */
export function contractsCommand(
  settings: Settings,
  runs: readonly ContractRun[],
  io: Io,
  secrets: Secrets,
): Promise<number> {
  const { report, lang, target, seed = randomInt(2 ** 31 - 1) } = settings;
  const history = earlierRuns(settings.history);
  const entries = runs.map(
    ({ loaded, only }): EntryToRun => ({
      name: loaded.contract.id,
      config: null,
      passedOver: only?.length === 0 ? passedOver : undefined,
      run: (own, signal) => runOnce({ ...settings, ...own, only }, loaded, io, signal, { history }),
    }),
  );
  const what = `runs of ${runs.length} contracts against ${target?.url ?? 'the reference backend'}`;
  return runAll({ what, matrixFile: null, shard: null, report, seed, lang, entries }, io, secrets);
}
