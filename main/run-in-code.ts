import type { LoadedContract } from '../spec/load.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { FailOn } from '../verdicts/fail-on.ts';
import type { Result } from '../verdicts/result.ts';
import { type App, type Served, serve } from '../wire/app.ts';
import type { Environment } from '../wire/proxy.ts';
import { openSigner } from './attestation.ts';
import type { Baseline } from './baseline.ts';
import { readBaseline } from './baseline-file.ts';
import { theContractRun } from './campaign/contracts.ts';
import { certifyTarget } from './certify-target.ts';
import { clearReports, writeReports } from './report-folder/files.ts';
import { holding } from './report-folder/lock.ts';
import { type AppPlaces, appsOf, type ConformanceOptions, settingsInCode } from './settings/in-code.ts';
import { UsageError } from './settings/usage.ts';

/** A run as code asks for it, checked: nothing has been served or sent yet. */
export interface PreparedRun {
  readonly contract: LoadedContract;
  readonly baseline: Baseline | undefined;
  /** Down to which level a row that fails counts. */
  readonly failOn: FailOn;
  readonly only: readonly RequirementId[] | undefined;
  /** The name of the target. */
  readonly target: string;
  /** Whether it is an app of this process, which has an address for the run only. */
  readonly isApp: boolean;
  /** Serves the apps, certifies, writes the report if a folder is named, and closes the servers that it opened. */
  readonly certify: (only: readonly RequirementId[] | undefined, signal?: AbortSignal) => Promise<Result>;
}

/** Stands for the address of an app that has none yet. */
export const nowhere = 'http://127.0.0.1:0';

/**
 * Reads the options of a run.
 *
 * @throws UsageError where settings are wrong
 * @throws ContractError where the contract cannot be loaded
 */
export function prepareRun(options: ConformanceOptions, env: Environment): PreparedRun {
  const apps = appsOf(options);
  const unserved = { target: apps.target && nowhere, states: apps.states && nowhere };
  const settings = settingsInCode(options, unserved, env);
  const { baseline, only, target, report, lang, sign, failOn } = settings;
  if (sign !== undefined && report === undefined) throw new UsageError('sign needs a report: name its folder');
  const signer = sign === undefined ? undefined : openSigner(sign);
  const expectations = baseline === undefined ? undefined : readBaseline(baseline);
  const { loaded: contract } = theContractRun(settings, 'this is a run of one');
  return {
    contract,
    baseline: expectations,
    failOn,
    only,
    target: apps.target === undefined ? (target?.url ?? '') : 'an app of this process',
    isApp: apps.target !== undefined,
    async certify(selected, signal) {
      const run = async (ending: AbortSignal | undefined): Promise<Result> => {
        const { places, close } = await serveAll(apps);
        try {
          const isShared = apps.target !== undefined || apps.states !== undefined;
          const chosen = { ...settingsInCode(options, places, env), only: selected };
          return await certifyTarget(chosen, contract, {
            signal: ending,
            isShared,
            baseline: expectations,
          });
        } finally {
          await close();
        }
      };
      if (report === undefined) return run(signal);
      return holding(report, 'a run in code', async (lock) => {
        clearReports(report);
        const result = await run(signal === undefined ? lock.lost : AbortSignal.any([signal, lock.lost]));
        lock.check();
        writeReports(report, result, { lang });
        signer?.sign(report);
        return result;
      });
    },
  };
}

/** Makes apps reachable. Throws `AppError`, with none of them served. */
async function serveAll(
  apps: AppPlaces<App>,
): Promise<{ readonly places: AppPlaces; readonly close: () => Promise<void> }> {
  const served: Served[] = [];
  const close = async (): Promise<void> => {
    for (const one of served.reverse()) await one.close();
  };
  const place = async (app: App | undefined): Promise<string | undefined> => {
    if (app === undefined) return undefined;
    const one = await serve(app);
    served.push(one);
    return one.url;
  };
  try {
    const target = await place(apps.target);
    return { places: { target, states: await place(apps.states) }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
