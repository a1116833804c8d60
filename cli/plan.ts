import { randomInt } from 'node:crypto';
import { type DryRun, performDryRun } from '../engine/dry-run/dry-run.ts';
import { noTokens } from '../engine/plan.ts';
import { longer, paces } from '../engine/timing.ts';
import { type ContractRun, passedOver } from '../main/campaign/contracts.ts';
import { entrySeed } from '../main/campaign/shard.ts';
import { operationOf } from '../main/operations.ts';
import { checkRemoval, keepsVolumes } from '../main/removal.ts';
import type { Settings } from '../main/settings/settings.ts';
import { sizeLimit } from '../main/size-limit.ts';
import { packageVersion } from '../main/version.ts';
import { shown } from '../reports/text.ts';
import type { LoadedContract } from '../spec/load.ts';
import { lookupsFor } from '../targets/lookups.ts';
import { exitCodes } from '../verdicts/fold.ts';
import type { Io } from './io.ts';

/**
 * Prints the plan of a run with these settings, without sending anything; with several contracts, for each of them.
 * Resolves with the exit code.
 */
export async function planCommand(settings: Settings, runs: readonly ContractRun[], io: Io): Promise<number> {
  const seed = settings.seed ?? randomInt(2 ** 31 - 1);
  for (const { loaded, only } of runs) {
    const { id } = loaded.contract;
    if (runs.length > 1) io.out(`contract ${id}\n`);
    if (only?.length === 0) io.out(`${passedOver}\n\n`);
    else {
      checkRemoval(operationOf(loaded.contract), keepsVolumes(settings));
      const own = { ...settings, only, seed: runs.length > 1 ? entrySeed(seed, id) : seed };
      io.out(planText(await planned(own, loaded), settings, seed));
    }
  }
  return exitCodes.conformant;
}

function planned(settings: Settings & { readonly seed: number }, contract: LoadedContract): Promise<DryRun> {
  const { target, limits } = settings;
  return performDryRun({
    contract,
    operation: operationOf(contract.contract),
    project: target?.project ?? 'reference',
    volumes: volumesOf(settings),
    auth: target?.auth.kind ?? 'token',
    observe: lookupsFor(contract.contract, settings.observe),
    allowance: settings.allowance,
    seed: settings.seed,
    runs: settings.runs,
    extensions: settings.extensions,
    maxGb: sizeLimit(settings, contract.contract),
    minSize: settings.minSize,
    only: settings.only,
    smoke: settings.smoke,
    concurrency: settings.concurrency,
    jobMs: limits.jobMs,
    version: packageVersion(),
  });
}

function volumesOf({ target }: Settings) {
  if (target?.volumes !== undefined) return target.volumes;
  return target === undefined || target.states !== undefined
    ? ({ kind: 'hook', url: '' } as const)
    : ({ kind: 'nowhere' } as const);
}

/** The result of a dry run, for those who pay for the run. */
export function planText(dryRun: DryRun, settings: Settings, seed: number): string {
  const { volumes, volumesAtOnce, gbSetUp, gbAdded, gbAtOnce, extensions, requests, waitedMs, rows } = dryRun;
  const { limits, target } = settings;
  const kind = volumesOf(settings).kind;
  const unjudged = rows.flatMap(({ id, verdict }) => (verdict.kind === 'inconclusive' ? [{ id, ...verdict }] : []));
  const withToken = rows.filter(
    ({ verdict }) => verdict.kind === 'not-applicable' && verdict.reason === noTokens,
  ).length;
  const judged = rows.filter(({ verdict }) => verdict.kind === 'pass').length;
  const lines: readonly (readonly [string, string])[] = [
    [
      'target',
      `${shown(target?.url ?? 'the reference backend', 200)}, volumes by ${target === undefined ? 'its hook' : kind}`,
    ],
    ['volumes', `${number(volumes)} set up, at most ${number(volumesAtOnce)} at once`],
    [
      'capacity',
      `${number(gbAtOnce)} GB at once at most; ${number(gbSetUp)} GB set up, ${number(gbAdded)} GB added by ${number(extensions)} extensions`,
    ],
    [
      'requests',
      `${number(requests)} to the target; set-ups and teardowns are added to that, ${number(2 * volumes)} or more`,
    ],
    [
      'look-ups',
      `up to ${number(lookUpsWithin(1_000) * extensions)} more if jobs take a second, ${number(lookUpsWithin(5_000) * extensions)} if they take five`,
    ],
    [
      'longest wait',
      `${ms(limits.jobMs)} for one request to take effect, ${ms(limits.hookMs)} for one set-up, ${ms(limits.requestMs)} for one answer`,
    ],
    ['own waiting', `${ms(waitedMs)} in all, however fast the target is`],
    [
      'requirements',
      `${judged} judged${unjudged.length === 0 ? '' : `, ${unjudged.length} not`}${withToken === 0 ? '' : `, ${withToken} more with a token (EVS_TOKEN)`}`,
    ],
  ];
  return [
    'Nothing was sent. A run with these settings, against a service that does what the contract says:',
    '',
    ...lines.map(([name, text]) => `  ${name.padEnd(14)}${text}`),
    ...unjudged.map(({ id, reason }) => `    ? ${id}: ${shown(reason, 200)}`),
    '',
    `The same cases: --seed ${seed}. A service with mistakes is asked more often, to find the smallest request.`,
    'Less: --max-gb for each volume, --max-volumes, --max-requests and --rate for the whole run, --runs, --only.',
    '',
  ].join('\n');
}

/**
 * The number of requests that look for the effect of an extension that takes so many ms: each look reads the volume and
 * its job.
 */
function lookUpsWithin(jobMs: number): number {
  const pace = paces.effect;
  let looks = 0;
  for (let [at, pause] = [0, pace.firstMs]; at < jobMs; [at, pause] = [at + pause, longer(pause, pace)]) looks += 1;
  return 2 * looks;
}

const number = (value: number): string => value.toLocaleString('en-US');
const ms = (value: number): string =>
  value < 1000 ? `${Math.round(value)} ms` : `${Number((value / 1000).toFixed(1))} s`;
