import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { CampaignIndex } from '../verdicts/campaign.ts';
import type { Result } from '../verdicts/result.ts';
import type { Environment } from '../wire/proxy.ts';
import { openSecrets } from '../wire/redact.ts';
import { decide } from './baseline.ts';
import { contractRuns, passedOver } from './campaign/contracts.ts';
import { type EntryToRun, runCampaign } from './campaign/run.ts';
import { nowhere, prepareRun } from './run-in-code.ts';
import { appsOf, type SeveralOptions, settingsInCode } from './settings/in-code.ts';
import { hideSecrets } from './settings/secrets.ts';
import { UsageError } from './settings/usage.ts';

/** What runs by several contracts came to. */
export interface SeveralResults {
  /** As `index.json` says it: what could not be run is in it as well. */
  readonly index: CampaignIndex;
  /** By the contracts' ids; those that could not be run have none. */
  readonly results: ReadonlyMap<string, Result>;
}

/** Runs by several contracts, as `run` of the command line does. Throws as a run by one does, before anything is sent. */
export async function certifySeveral(
  options: SeveralOptions,
  env: Environment,
  signal: AbortSignal = new AbortController().signal,
): Promise<SeveralResults> {
  const apps = appsOf(options);
  const settings = settingsInCode(options, { target: apps.target && nowhere, states: apps.states && nowhere }, env);
  const { report, lang, target, seed = randomInt(2 ** 31 - 1) } = settings;
  if (report === undefined) throw new UsageError('several contracts need a report: name the folder of their index');
  const results = new Map<string, Result>();
  const secrets = openSecrets();
  if (target !== undefined) hideSecrets(secrets, target);
  const entries = contractRuns(settings).map(({ loaded, only }, at): EntryToRun => {
    const name = loaded.contract.id;
    return {
      name,
      config: null,
      passedOver: only?.length === 0 ? passedOver : undefined,
      async run(own, ending) {
        const prepared = prepareRun({ ...options, ...own, contract: settings.contracts[at] }, env);
        const result = await prepared.certify(only, ending);
        results.set(name, result);
        return decide(result, prepared.baseline, prepared.failOn).exit;
      },
    };
  });
  const plan = { what: 'runs in code', matrixFile: null, shard: null, report: resolve(report), seed, lang, entries };
  const { index } = await runCampaign(plan, { signal, hide: secrets.hide });
  return { index, results };
}
