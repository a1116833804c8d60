import { dirname, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import type { FailOn } from '../../verdicts/fail-on.ts';
import type { Auth } from '../../wire/auth/auth.ts';
import { readJson } from '../report-folder/read.ts';
import { allOf, complaints } from './complaint.ts';
import { volumeMistakes } from './volumes-shape.ts';
import { readYaml } from './yaml.ts';

export type AuthKind = Auth['kind'];

/** The keys of a config file; `config.schema.json` is its published form. */
export interface ConfigFile {
  readonly contract?: string | readonly string[];
  readonly target?: string;
  readonly project?: string;
  readonly states?: string;
  /** Read further in `volumes.ts`. */
  readonly volumes?: unknown;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly auth?: AuthFile;
  readonly headers?: Readonly<Record<string, HeaderSource>>;
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly report?: string;
  readonly lang?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly history?: string;
  readonly baseline?: string;
  readonly seed?: number;
  readonly challenge?: string;
  readonly sign?: string;
  readonly runs?: number;
  readonly extensions?: number;
  readonly maxGb?: number;
  readonly maxVolumes?: number;
  readonly maxRequests?: number;
  readonly rate?: number;
  readonly only?: readonly string[];
  readonly smoke?: boolean;
  readonly failFast?: boolean;
  readonly maxTime?: number;
  readonly failOn?: FailOn;
  readonly fault?: string;
  readonly minSize?: number;
  readonly concurrency?: number;
  readonly limits?: { readonly requestMs?: number; readonly jobMs?: number; readonly hookMs?: number };
  readonly observe?: { readonly volume?: MistakePlace | null; readonly job?: MistakePlace | null };
}

/** The source of the credentials. */
export interface AuthFile {
  readonly kind: AuthKind;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly url?: string;
  readonly user?: string;
  readonly domain?: string;
  readonly project?: string;
  readonly passwordEnv?: string;
  readonly passwordFile?: string;
  readonly accessKeyEnv?: string;
  readonly accessKeyFile?: string;
  readonly secretKeyEnv?: string;
  readonly secretKeyFile?: string;
}

/** A header's value, or its source. */
export type HeaderSource = string | { readonly env: string } | { readonly file: string };

interface MistakePlace {
  readonly path: string;
  readonly at?: string;
}

/** Compiled where there is a config file to read: most runs have none. */
const compile = (): ValidateFunction<ConfigFile> =>
  new Ajv2020({ ...checkedSchema, allErrors: true, verbose: true }).compile<ConfigFile>(schema);

/** Reads a config file, YAML or JSON, and makes its paths absolute; a key it does not know is an error that names the nearest one. */
export function readConfigFile(file: string): ConfigFile {
  return checkConfig(readYamlOrJson('the config file', file), file);
}

/** A config file of the published shape; its paths are made absolute. Throws `UsageError` with all mistakes; `kind`: the name of the file in messages. */
export function checkConfig(config: unknown, file: string, kind = 'config file'): ConfigFile {
  const validate = compile();
  const isRight = validate(config);
  const { volumes } = (config ?? {}) as { readonly volumes?: { readonly kind?: unknown } | null };
  const mistakes = [
    ...(isRight ? [] : complaints(file, validate.errors ?? [], '', kind)),
    // without a kind the schema of the file has told that
    ...(typeof volumes?.kind === 'string' ? volumeMistakes(volumes, file, kind) : []),
  ];
  if (!isRight || mistakes.length > 0) throw allOf(kind, file, mistakes);
  return beside(file, config);
}

/** The settings with their paths made absolute: they are relative to the file that they stand in. */
export const beside = (file: string, config: ConfigFile): ConfigFile =>
  absolute(config, (path) => resolve(dirname(file), path));

/** The content of a file: YAML by its name, otherwise JSON. Throws `UsageError` if it cannot be read; `what`: the name of the file in messages. */
export function readYamlOrJson(what: string, file: string): unknown {
  return /\.ya?ml$/i.test(file) ? readYaml(what, file) : readJson(what, file);
}

/** Keys that hold a path, at any depth. */
const pathKeys = new Set([
  'report',
  'history',
  'baseline',
  'sign',
  'tokenFile',
  'passwordFile',
  'accessKeyFile',
  'secretKeyFile',
  'ca',
  'cert',
  'key',
]);

function absolute(config: ConfigFile, here: (path: string) => string): ConfigFile {
  const { contract, auth, headers, tls } = config;
  const within = <T extends object>(group: T): T =>
    Object.fromEntries(
      Object.entries(group).map(([key, value]) => [key, pathKeys.has(key) ? here(String(value)) : value]),
    ) as T;
  return {
    ...within(config),
    ...(contract === undefined ? {} : { contract: placed(contract, here) }),
    ...(auth === undefined ? {} : { auth: within(auth) }),
    ...(tls === undefined ? {} : { tls: within(tls) }),
    ...(headers === undefined ? {} : { headers: mapHeaders(headers, here) }),
  };
}

/** A contract's file is relative to the file that names it; an id is nowhere. */
function placed(contract: string | readonly string[], here: (path: string) => string): string | readonly string[] {
  if (typeof contract !== 'string') return contract.map((one) => String(placed(one, here)));
  return /[/\\]|\.json$/.test(contract) ? here(contract) : contract;
}

function mapHeaders(headers: Readonly<Record<string, HeaderSource>>, here: (path: string) => string) {
  const entries = Object.entries(headers).map(([name, source]) => {
    const isFile = typeof source === 'object' && 'file' in source;
    return [name, isFile ? { file: here(source.file) } : source] as const;
  });
  return Object.fromEntries(entries);
}
