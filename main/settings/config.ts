import { resolve } from 'node:path';
import type { Environment } from '../../wire/proxy.ts';
import { readAuth } from './auth-settings.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { readHeaders, readTls } from './connection-settings.ts';
import { readContractNames } from './contract-names.ts';
import { findConfig } from './find-config.ts';
import { type Option, runOptions, type Values } from './options.ts';
import { readValue } from './read-value.ts';
import { defaults, type Settings, type TargetSettings } from './settings.ts';
import { readSmoke } from './smoke.ts';
import { UsageError } from './usage.ts';
import {
  readFailOn,
  readFault,
  readKeyFile,
  readLang,
  readObservable,
  readProject,
  readRequirements,
  readSeed,
  readUrl,
} from './values.ts';
import { readVolumes, withoutSecrets } from './volumes.ts';
import { meansReference } from './without-target.ts';

type RunValues = Values<typeof runOptions>;

/**
 * Settings from flags, over the environment, over a config file, over the defaults.
 *
 * @throws NoTarget where there is no target and something speaks of one
 */
export function readSettings(flags: RunValues, env: Environment): Settings {
  const given: RunValues = { ...fromEnvironment(env), ...flags };
  const path = given.config ?? findConfig(resolve('.'));
  const file = path === undefined ? {} : readConfigFile(resolve(path));
  return settingsFrom({ flags, given, file, env, config: resolve(path ?? '.') });
}

/** Where settings come from. */
interface Sources {
  /** What stands on the command line. */
  readonly flags: RunValues;
  /** Flags, over the environment. */
  readonly given: RunValues;
  readonly file: ConfigFile;
  /** Where secrets are looked up. */
  readonly env: Environment;
  /** What `file` was read from, for messages; programs that it names run in its folder. */
  readonly config: string;
}

/** Settings from sources that have been read, the first of them that says a thing; defaults filled in. */
export function settingsFrom({ flags, given, file, env, config }: Sources): Settings {
  const smoke = readSmoke(flags, given, file);
  const only = given.only ?? file.only;
  const fault = given.fault ?? file.fault;
  const baseline = given.baseline ?? file.baseline;
  const history = given.history ?? file.history;
  const signer = given.sign ?? file.sign;
  const maxGb = given['max-gb'] ?? file.maxGb;
  const url = given.target ?? file.target;
  if (url !== undefined && fault !== undefined)
    throw new UsageError('--fault is for the reference backend, but --target names another service: remove one');
  // a fault names the reference backend, whatever else is said
  if (url === undefined && fault === undefined) meansReference({ flags, env, file, config });
  const target = url === undefined ? undefined : readTarget(flags, given, file, env, { url, maxGb, config });
  const allowance = {
    volumes: given['max-volumes'] ?? file.maxVolumes,
    requests: given['max-requests'] ?? file.maxRequests,
    perSecond: given.rate ?? file.rate,
  };
  const isCapped = (allowance.volumes ?? allowance.requests) !== undefined;
  const settings: Settings = {
    contracts: readContractNames(flags, given, file),
    target,
    fault: fault === undefined ? undefined : readFault(fault),
    report: resolve(given.report ?? file.report ?? defaults.report),
    lang: readLang(given.lang ?? file.lang ?? defaults.lang),
    baseline: baseline === undefined ? undefined : resolve(baseline),
    quiet: given.quiet ?? file.quiet ?? false,
    verbose: given.verbose ?? file.verbose ?? false,
    history: history === undefined ? undefined : resolve(history),
    ...readSeed(given.seed ?? file.seed, given.challenge ?? file.challenge),
    sign: signer === undefined ? undefined : resolve(readKeyFile(signer)),
    runs: given.runs ?? file.runs ?? defaults.runs,
    extensions: given.extensions ?? file.extensions ?? defaults.extensions,
    maxGb: target?.volumes?.kind === 'inventory' ? target.volumes.maxGb : maxGb,
    minSize: file.minSize ?? defaults.minSize,
    only: only === undefined || smoke ? undefined : readRequirements(only),
    smoke,
    failFast: given['fail-fast'] ?? file.failFast ?? false,
    maxTime: given['max-time'] ?? file.maxTime,
    failOn: readFailOn(given['fail-on'] ?? file.failOn ?? defaults.failOn),
    allowance,
    // side by side each check would take what another needs more
    concurrency: isCapped ? 1 : (file.concurrency ?? defaults.concurrency),
    limits: { ...defaults.limits, ...file.limits },
    observe: {
      volume: observable(file, 'volume', 'volume_id'),
      job: observable(file, 'job', 'job_id'),
    },
  };
  if (settings.maxGb !== undefined && settings.maxGb <= settings.minSize) {
    throw new UsageError(
      `--max-gb ${settings.maxGb} leaves no room to grow: the smallest volume has ${settings.minSize} GB (minSize)`,
    );
  }
  return settings;
}

/** An empty variable counts as not set, which is how most CIs spell it. */
export function fromEnvironment(env: Environment): RunValues {
  const read = Object.entries<Option>(runOptions).flatMap(([name, option]) => {
    const text = option.env === undefined ? undefined : env[option.env];
    return text === undefined || text === '' ? [] : [[name, readValue(option, option.env ?? name, text)]];
  });
  return Object.fromEntries(read) as RunValues;
}

function observable(file: ConfigFile, name: 'volume' | 'job', parameter: string) {
  const place = file.observe?.[name];
  return place === undefined || place === null ? place : readObservable(`observe.${name}`, place, parameter);
}

function readTarget(
  flags: RunValues,
  given: RunValues,
  file: ConfigFile,
  env: Environment,
  { url, maxGb, config }: { readonly url: string; readonly maxGb: number | undefined; readonly config: string },
): TargetSettings {
  const project = given.project ?? file.project;
  const states = given.states ?? file.states;
  const name = '--target (EVS_TARGET, target)';
  const target = readUrl(name, url, 'no query');
  if (project === undefined) {
    throw new UsageError(
      '--target needs a project: add --project ID (or EVS_PROJECT), the project whose volumes are used',
    );
  }
  const place = { url: target, project: readProject('--project', project) };
  const auth = readAuth(flags, given, file, env, place);
  const headers = readHeaders(file, env, auth.kind);
  if (file.volumes !== undefined && file.states !== undefined)
    throw new UsageError(`config file ${config}: states and volumes are two ways to obtain volumes: keep one`);
  // a hook that is given by flag or environment goes before the file
  const context = { file: config, project, env: withoutSecrets(env, file, { auth, headers }), maxGb };
  const volumes = file.volumes === undefined || states !== undefined ? undefined : readVolumes(file.volumes, context);
  return {
    ...place,
    states: states === undefined ? undefined : readUrl('--states (EVS_STATES, states)', states, 'query'),
    volumes,
    auth,
    headers,
    tls: readTls(file),
  };
}
