import { resolve } from 'node:path';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import type { RequirementId } from '../../spec/requirements.ts';
import type { FailOn } from '../../verdicts/fail-on.ts';
import { type App, isApp } from '../../wire/app.ts';
import type { Environment } from '../../wire/proxy.ts';
import { settingsFrom } from './config.ts';
import { type AuthFile, type ConfigFile, checkConfig, type HeaderSource } from './config-file.ts';
import { isObject } from './given-options.ts';
import type { RunSettings } from './settings.ts';
import { UsageError, unknown } from './usage.ts';
import type { VolumesFile } from './volumes.ts';

/** The owner of the volumes, and the way to obtain them: the keys of the config file. */
export interface TargetInCode {
  /** Project whose volumes are extended. */
  readonly project: string;
  /**
   * The state hook that hands out volumes: its URL, or an app of this process. Where the target is an app, a path that begins
   * with `/` is a path of that app.
   */
  readonly states?: string | App | undefined;
  /** Another way to obtain volumes. */
  readonly volumes?: VolumesFile | undefined;
  /** Sent as `X-Auth-Token`; nowhere repeated. */
  readonly token?: string | undefined;
  /** Other credentials: secrets come from the variables or files that are named, by default from `EVS_TOKEN` and its like. */
  readonly auth?: AuthFile | undefined;
  /** Sent along with every request; a value from a variable or a file is a secret. */
  readonly headers?: Readonly<Record<string, HeaderSource>> | undefined;
  /** PEM files. */
  readonly tls?: ConfigFile['tls'] | undefined;
}

/** A service at an address. */
export interface TargetByUrl extends TargetInCode {
  /** Base URL, http or https, without credentials. */
  readonly url: string;
}

/** The options of a run besides its target: the keys of the config file, with its defaults. Relative paths are below the working directory. */
export interface RunInCode {
  /** Id of a shipped contract, or a file; `extend-volume`. */
  readonly contract?: string | undefined;
  /** Folder of the report; without one no file is written, the ledger of volumes included. */
  readonly report?: string | undefined;
  /** Language of `report.html`; `en`. */
  readonly lang?: 'en' | 'zh' | undefined;
  /** File of expected failures. */
  readonly baseline?: string | undefined;
  /** From 0 to 2,147,483,647; without it one is drawn, which the report tells. */
  readonly seed?: number | undefined;
  /** A certifier's text that chooses the cases, in place of a seed: printable ASCII, at most 256 characters. */
  readonly challenge?: string | undefined;
  /** File of the private key that signs the report (Ed25519, PKCS#8 in PEM); `report` has to name a folder. */
  readonly sign?: string | undefined;
  /** Cases a check; 100. */
  readonly runs?: number | undefined;
  /** Accepted extensions a check, at most; 12. */
  readonly extensions?: number | undefined;
  /** Largest volume that there is room for, in GB; the contract's maximum. */
  readonly maxGb?: number | undefined;
  /** Smallest volume that is handed out, in GB; 10. */
  readonly minSize?: number | undefined;
  /** Volumes set up in the whole run, at most. */
  readonly maxVolumes?: number | undefined;
  /** Requests to the target in the whole run, at most. */
  readonly maxRequests?: number | undefined;
  /** Requests a second to the target, at most. */
  readonly rate?: number | undefined;
  /** These requirements alone; such a run is never conformant. */
  readonly only?: readonly RequirementId[] | undefined;
  /** The strongest requirements alone, a case each, in at most 60 requests; such a run is never conformant. */
  readonly smoke?: boolean | undefined;
  /** Stop at the first MUST that fails and is not expected to. */
  readonly failFast?: boolean | undefined;
  /** Stop after so many seconds: the rest is inconclusive. */
  readonly maxTime?: number | undefined;
  /** Down to which level a row that fails turns a test red, and makes the exit code 1; `must`. */
  readonly failOn?: FailOn | undefined;
  /** Checks at a time; 12. */
  readonly concurrency?: number | undefined;
  /** How long an answer (10,000), an accepted request with its job (60,000) and a set-up (60,000) may take, in ms. */
  readonly limits?: ConfigFile['limits'] | undefined;
  /** How volumes and jobs are read back: a path, and a JSON pointer into the body; null if they cannot be. Absent: as the contract has it. */
  readonly observe?: ConfigFile['observe'] | undefined;
}

/**
 * A run: its options and its target. The target is a service at a URL, or an app of this process with its settings next to
 * it. No environment variable sets any of these; only secrets are looked up there.
 */
export type ConformanceOptions = RunInCode & WithTarget;

type WithTarget = { readonly target: TargetByUrl } | ({ readonly target: App } & TargetInCode);

/** Runs by several contracts, one after another: each has a folder below `report`, and a seed of its own. */
export type SeveralOptions = Omit<RunInCode, 'contract' | 'report' | 'challenge'> &
  WithTarget & {
    /** Ids of shipped contracts, or files. */
    readonly contract: readonly string[];
    readonly report: string;
  };

/** The same for target and hook: the apps of this process that they are, or where these were put. Undefined: it is no app. */
export interface AppPlaces<Place = string> {
  readonly target: Place | undefined;
  readonly states: Place | undefined;
}

/** The name of the options in messages; paths in them are relative to the working directory. */
const source = 'given in code';

/** The names of the options: the keys of the config file, and two of a target in code. */
const knownKeys = [...Object.keys(schema.properties), 'token', 'url'].filter((key) => key !== '$schema');

/** Nobody said whose service is meant. */
export const noTarget = (): UsageError =>
  new UsageError('the options name no target: give target an app, or a url, as in { target: { url, project } }');

/** The apps to serve before the run. */
export function appsOf(options: ConformanceOptions | SeveralOptions): AppPlaces<App> {
  if (!isObject(options) || !(isApp(options.target) || isObject(options.target))) throw noTarget();
  const { target } = options;
  const { states } = flat(options);
  return { target: isApp(target) ? target : undefined, states: isApp(states) ? states : undefined };
}

/**
 * The settings of a run whose apps are served at `places`.
 *
 * @throws UsageError if the options have another shape than the config file, or a secret is not available
 */
export function settingsInCode(
  options: ConformanceOptions | SeveralOptions,
  places: AppPlaces,
  env: Environment,
): RunSettings {
  const { states, token, url, ...keys } = flat(options);
  const target = places.target ?? url;
  const hook = places.states ?? (typeof states === 'string' && states.startsWith('/') ? `${target}${states}` : states);
  for (const key of Object.keys(flat(options)))
    if (!knownKeys.includes(key)) throw unknown(`key of the options ${source}`, key, knownKeys);
  // code cannot mean the reference backend: a URL that is undefined comes of a variable that is not set
  if (target === undefined) throw noTarget();
  const file = checkConfig(given({ ...keys, target, states: hook }), source, 'options');
  if (file.project === undefined)
    throw new UsageError('the options name no project: give project, the id of the project whose volumes are used');
  const flags = token === undefined ? {} : { token };
  // a token that lies about in the environment is nobody's until somebody asks for it
  const secrets = keys.auth === undefined ? { ...env, EVS_TOKEN: undefined } : env;
  const settings = settingsFrom({ flags, given: {}, file, env: secrets, config: resolve(source) });
  return { ...settings, report: file.report };
}

type FlatOptions = (RunInCode | Omit<SeveralOptions, 'target'>) & TargetInCode & { readonly url?: string };

/** Target and run in one, as they stand in a config file. */
function flat(options: ConformanceOptions | SeveralOptions): FlatOptions {
  if (!isByUrl(options)) {
    const { target: _, ...rest } = options;
    return rest;
  }
  const { target, ...rest } = options;
  return { ...rest, ...target };
}

const isByUrl = <T extends ConformanceOptions | SeveralOptions>(
  options: T,
): options is T & { readonly target: TargetByUrl } => !isApp(options.target);

const given = (keys: object): object =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
