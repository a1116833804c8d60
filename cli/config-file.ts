import { dirname, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from './config.schema.json' with { type: 'json' };
import { readJson } from './read.ts';
import { UsageError, unknown } from './usage.ts';

/** What a config file may say; `config.schema.json` is its published form. */
export interface ConfigFile {
  readonly contract?: string;
  readonly target?: string;
  readonly project?: string;
  readonly states?: string;
  /** Read further in `volumes.ts`. */
  readonly volumes?: unknown;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly report?: string;
  readonly seed?: number;
  readonly runs?: number;
  readonly extensions?: number;
  readonly maxGb?: number;
  readonly only?: readonly string[];
  readonly fault?: string;
  readonly minSize?: number;
  readonly concurrency?: number;
  readonly limits?: { readonly requestMs?: number; readonly jobMs?: number; readonly hookMs?: number };
  readonly observe?: { readonly volume?: Place | null; readonly job?: Place | null };
}

interface Place {
  readonly path: string;
  readonly at?: string;
}

const validate = new Ajv2020({ allErrors: true, strict: true, verbose: true }).compile<ConfigFile>(schema);

/** Reads a config file and makes its paths absolute; a key it does not know is an error that names the nearest one. */
export function readConfigFile(file: string): ConfigFile {
  const config = readJson('the config file', file);
  if (!validate(config)) throw complaint(file, validate.errors ?? []);
  const here = (path: string) => resolve(dirname(file), path);
  return {
    ...config,
    ...(config.contract === undefined || !/[/\\]|\.json$/.test(config.contract)
      ? {}
      : { contract: here(config.contract) }),
    ...(config.report === undefined ? {} : { report: here(config.report) }),
    ...(config.tokenFile === undefined ? {} : { tokenFile: here(config.tokenFile) }),
  };
}

/** The first thing wrong with it, an unknown key before all others, for it is often what the others come from. `below`: the part that was read. */
export function complaint(file: string, errors: readonly ErrorObject[], below = ''): UsageError {
  const stray = errors.find((error) => error.keyword === 'additionalProperties');
  if (stray !== undefined) {
    const known = Object.keys((stray.parentSchema?.properties ?? {}) as object).filter((key) => key !== '$schema');
    const above = placeOf(stray, below);
    const key = String(stray.params.additionalProperty);
    const what = `key of the config file ${file}${above === '' ? '' : `, below ${above},`}`;
    return unknown(what, key, known);
  }
  const first = errors.find((error) => error.keyword !== 'anyOf' && error.params.type !== 'null') ?? errors[0];
  const where = placeOf(first, below);
  return new UsageError(`config file ${file}: ${where ? `${where} ` : 'it '}${first?.message ?? 'is not valid'}`);
}

const placeOf = (error: ErrorObject | undefined, below: string): string =>
  [below, ...(error?.instancePath.split('/').slice(1) ?? [])].filter((step) => step !== '').join('.');
