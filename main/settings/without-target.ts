import type { Environment } from '../../wire/proxy.ts';
import type { ConfigFile } from './config-file.ts';
import { type Option, runOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** Settings speak of a vendor's service and none is named: a verdict on the reference backend would be taken for one on it. */
export class NoTarget extends UsageError {}

/** Which settings say something of a service that is to be certified, and which go with the reference backend as well. */
const speaking = {
  target: true,
  project: true,
  states: true,
  volumes: true,
  tokenEnv: true,
  tokenFile: true,
  auth: true,
  headers: true,
  tls: true,
  baseline: true,
  observe: true,
  contract: false,
  report: false,
  lang: false,
  quiet: false,
  verbose: false,
  history: false,
  seed: false,
  challenge: false,
  sign: false,
  runs: false,
  extensions: false,
  maxGb: false,
  maxVolumes: false,
  maxRequests: false,
  rate: false,
  only: false,
  smoke: false,
  failFast: false,
  maxTime: false,
  failOn: false,
  fault: false,
  minSize: false,
  concurrency: false,
  limits: false,
} as const satisfies Record<keyof ConfigFile, boolean>;

/** The keys of a config file that speak of a target. */
export const keysOfTarget = (Object.keys(speaking) as (keyof ConfigFile)[]).filter((key) => speaking[key]);

/** The settings of a run, by their source. */
interface SaidSettings {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  readonly file: ConfigFile;
  /** What `file` was read from. */
  readonly config: string;
}

/** All settings about a target, by the names that the user gave; without values. */
function wordsOfTarget({ flags, env, file, config }: SaidSettings): readonly string[] {
  const byFlag = Object.keys(flags).filter((name) => name === 'token' || isOfTarget(keyOf(name)));
  const byVariable = Object.entries(env).filter(
    ([name, value]) => value !== undefined && isVariableOfTarget(name, value),
  );
  const inFile = keysOfTarget.filter((key) => file[key] !== undefined);
  return [
    ...byFlag.map((name) => `--${name}`),
    ...byVariable.map(([name, value]) => (value === '' ? `${name} (set, and empty)` : name)),
    ...inFile.map((key) => `${key} in ${config}`),
  ];
}

const isOfTarget = (key: string): boolean => keysOfTarget.some((one) => one === key);

/** The key of the config file that says what a flag says. */
const keyOf = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Variables of ours that are about no run. */
const others: readonly string[] = ['EVS_DEBUG', 'EVS_CHROMIUM'];

/**
 * A variable that is set and empty is one whose value did not come, so that it speaks as well; and so does one of a name
 * that nobody knows: `EVS_TRAGET` was meant for a target.
 */
function isVariableOfTarget(name: string, value: string | undefined): boolean {
  if (!name.startsWith('EVS_') || others.includes(name)) return false;
  const flag = Object.entries<Option>(runOptions).find(([, { env }]) => env === name)?.[0];
  // a config file that was read speaks for itself
  if (flag === 'config') return value === '';
  return flag === undefined || isOfTarget(keyOf(flag));
}

/** As many as fit a message. */
const most = 6;

/**
 * Makes sure that the reference backend is meant.
 *
 * @throws NoTarget if any setting is about a target
 */
export function meansReference(said: SaidSettings): void {
  const all = wordsOfTarget(said);
  if (all.length === 0) return;
  const told = `${all.slice(0, most).join(', ')}${all.length > most ? `, and ${all.length - most} more` : ''}`;
  throw new NoTarget(
    `there is no target, but these settings are about one (${told}): add --target URL (or EVS_TARGET, or target in the config file); for the reference backend, remove all of these, or use --fault ID`,
  );
}
