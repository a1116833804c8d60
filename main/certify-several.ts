import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { CampaignIndex } from '../verdicts/campaign.ts';
import { type CertifiedResult, certified } from '../verdicts/overall-verdict.ts';
import type { Environment } from '../wire/proxy.ts';
import { openSecrets } from '../wire/redact.ts';
import { decide } from './baseline.ts';
import { contractRuns, passedOver } from './campaign/contracts.ts';
import { type EntryToRun, runCampaign } from './campaign/run.ts';
import { nowhere, prepareRun } from './run-in-code.ts';
import { appsOf, type SeveralOptions, settingsInCode } from './settings/in-code.ts';
import { hideSecrets } from './settings/secrets.ts';
import { UsageError } from './settings/usage.ts';

/** The results of runs by several contracts. */
export interface SeveralResults {
  /** As in `index.json`: it also lists the contracts that could not be run. */
  readonly index: CampaignIndex;
  /** By the contracts' ids; those that could not be run have none. */
  readonly results: ReadonlyMap<string, CertifiedResult>;
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
  const results = new Map<string, CertifiedResult>();
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
        results.set(name, certified(result));
        return decide(result, prepared.baseline, prepared.failOn).exit;
      },
    };
  });
  const plan = { what: 'runs in code', matrixFile: null, shard: null, report: resolve(report), seed, lang, entries };
  const { index } = await runCampaign(plan, { signal, hide: secrets.hide });
  return { index, results };
}
