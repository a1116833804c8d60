import { randomBytes } from 'node:crypto';
import type { Lookups } from '../../targets/observe.ts';
import type { TargetOptions } from '../../targets/open.ts';
import { systemClock } from '../clock.ts';
import { ledgerIn } from '../report-folder/ledger.ts';
import type { RunSettings, TargetSettings } from './settings.ts';

/** The settings of a target and of the way to obtain its volumes. `observe`: the paths of its look-ups. */
export function targetOptions(settings: RunSettings, target: TargetSettings, observe: Lookups): TargetOptions {
  const { url, project, states, volumes, auth, headers, tls } = target;
  const { requestMs, jobMs, hookMs } = settings.limits;
  return {
    url,
    project,
    states,
    volumes,
    auth,
    headers,
    tls,
    env: process.env,
    requestMs,
    hookMs,
    waitMs: jobMs,
    observe,
    clock: systemClock,
    ledgerFile: settings.report === undefined ? undefined : ledgerIn(settings.report),
    allowance: settings.allowance,
    runId: randomBytes(4).toString('hex'),
  };
}
