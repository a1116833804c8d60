import { resolve } from 'node:path';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { type Option, readValue, runOptions, type Values } from './options.ts';
import { readText } from './read.ts';
import { defaults, type Settings, type TargetSettings } from './settings.ts';
import { UsageError } from './usage.ts';
import { readFault, readObservable, readProject, readRequirements, readToken, readUrl } from './values.ts';
import { readVolumes, withoutSecrets } from './volumes.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
type RunValues = Values<typeof runOptions>;

/** Settings from flags, over the environment, over a config file, over the defaults. */
export function readSettings(flags: RunValues, env: Environment): Settings {
  const given: RunValues = { ...fromEnvironment(env), ...flags };
  const file = given.config === undefined ? {} : readConfigFile(resolve(given.config));
  const only = given.only ?? file.only;
  const fault = given.fault ?? file.fault;
  const maxGb = given['max-gb'] ?? file.maxGb;
  const target = readTarget(flags, given, file, env, maxGb);
  if (target !== undefined && fault !== undefined) {
    throw new UsageError('--fault is for the reference backend, and --target names another service: leave one away');
  }
  const settings: Settings = {
    contract: given.contract ?? file.contract ?? defaults.contract,
    target,
    fault: fault === undefined ? undefined : readFault(fault),
    report: resolve(given.report ?? file.report ?? defaults.report),
    seed: given.seed ?? file.seed,
    runs: given.runs ?? file.runs ?? defaults.runs,
    extensions: given.extensions ?? file.extensions ?? defaults.extensions,
    maxGb: target?.volumes?.kind === 'inventory' ? target.volumes.maxGb : maxGb,
    minSize: file.minSize ?? defaults.minSize,
    only: only === undefined ? undefined : readRequirements(only),
    concurrency: file.concurrency ?? defaults.concurrency,
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
function fromEnvironment(env: Environment): RunValues {
  const read = Object.entries<Option>(runOptions).flatMap(([name, option]) => {
    const text = option.env === undefined ? undefined : env[option.env];
    return text === undefined || text === '' ? [] : [[name, readValue(option, option.env ?? name, text)]];
  });
  return Object.fromEntries(read) as RunValues;
}

function observable(file: ConfigFile, name: 'volume' | 'job', parameter: string) {
  const place = file.observe?.[name];
  if (place === undefined) return defaults.observe[name];
  return place === null ? null : readObservable(`observe.${name}`, place, parameter);
}

function readTarget(
  flags: RunValues,
  given: RunValues,
  file: ConfigFile,
  env: Environment,
  maxGb: number | undefined,
): TargetSettings | undefined {
  const url = given.target ?? file.target;
  const project = given.project ?? file.project;
  const states = given.states ?? file.states;
  if (url === undefined) {
    // Whoever names a project means a service of theirs; a verdict on the reference backend would be taken for its own.
    const strays = { '--project': project, '--states': states, volumes: file.volumes, '--token': flags.token };
    const stray = Object.entries(strays).find(([, value]) => value !== undefined)?.[0];
    if (stray === undefined) return undefined;
    throw new UsageError(`${stray} is given and no target: add --target URL (or EVS_TARGET), or leave it away`);
  }
  const name = '--target (EVS_TARGET, target)';
  const target = readUrl(name, url, 'no query');
  if (project === undefined) {
    throw new UsageError(
      '--target needs a project: add --project ID (or EVS_PROJECT), the project whose volumes are extended',
    );
  }
  const token = findToken(flags, file, env);
  const context = { file: resolve(given.config ?? '.'), project, env: withoutSecrets(env, file, token), maxGb };
  if (file.volumes !== undefined && file.states !== undefined)
    throw new UsageError(`config file ${context.file}: states and volumes are two ways to obtain volumes: keep one`);
  // a hook that is given by flag or environment goes before the file
  const volumes = file.volumes === undefined || states !== undefined ? undefined : readVolumes(file.volumes, context);
  return {
    url: target,
    project: readProject('--project', project),
    states: states === undefined ? undefined : readUrl('--states (EVS_STATES, states)', states, 'query'),
    volumes,
    token,
  };
}

/** Flag, else the named variable, else the file. A source that is named and empty is an error, not a run without token. */
function findToken(flags: RunValues, file: ConfigFile, env: Environment): string | undefined {
  if (flags.token !== undefined) return readToken('--token', flags.token);
  const variable = file.tokenEnv ?? 'EVS_TOKEN';
  const held = env[variable];
  if (held !== undefined && held !== '') return readToken(variable, held);
  if (file.tokenFile !== undefined) {
    return readToken(`the token file ${file.tokenFile}`, readText('the token file', file.tokenFile, 65_536));
  }
  if (file.tokenEnv !== undefined) {
    throw new UsageError(`tokenEnv names the environment variable ${variable}, which is not set`);
  }
  return undefined;
}
