import { dirname, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/volumes.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import { type EvsPaths, evsPaths } from '../../targets/providers/evs-api.ts';
import type { VolumeSettings } from '../../targets/providers/open.ts';
import { openstackEndpoint } from '../../targets/providers/openstack-api.ts';
import type { Environment } from '../../wire/proxy.ts';
import { openSecrets } from '../../wire/redact.ts';
import { complaint } from './config-file.ts';
import { hideSecrets } from './secrets.ts';
import type { TargetSettings } from './settings.ts';
import { quoted, UsageError, unknown } from './usage.ts';
import { readTemplate } from './values.ts';

/** What a config file says under `volumes`, as its schema has it. */
interface CommandFile {
  readonly command: string;
  readonly args?: readonly string[];
}
interface InventoryFile {
  readonly list: readonly ListedFile[];
}
interface ListedFile {
  readonly id: string;
  readonly project?: string;
  readonly status?: string;
  readonly multiattach?: boolean;
  readonly servers?: readonly string[];
  readonly maxGb?: number;
  readonly disk?: 'data';
  readonly tenant?: 'other';
}
interface EvsFile {
  readonly availabilityZone?: string;
  readonly volumeType?: string;
  readonly multiattach?: boolean;
  readonly paths?: Partial<EvsPaths>;
}
interface OpenstackFile {
  readonly endpoint?: string;
  readonly availabilityZone?: string;
  readonly volumeType?: string;
  readonly multiattachType?: string;
  readonly resetState?: boolean;
  readonly attach?: boolean;
}

/** A way to obtain volumes as a config file names it. */
export type VolumesFile =
  | ({ readonly kind: 'command' } & CommandFile)
  | ({ readonly kind: 'inventory' } & InventoryFile)
  | ({ readonly kind: 'evs' } & EvsFile)
  | ({ readonly kind: 'openstack' } & OpenstackFile);

/** What the rest of the settings say that a way to obtain volumes has to know. */
export interface VolumeContext {
  /** The config file that the settings stand in. */
  readonly file: string;
  readonly project: string;
  /** The environment without the run's secrets. */
  readonly env: Readonly<Record<string, string>>;
  readonly maxGb: number | undefined;
}

/**
 * The environment for programs of the vendor's: without our own variables (`EVS_…`), without those that the config file
 * names as holding a secret, and without any that holds one of the run's secrets under another name.
 */
export function withoutSecrets(
  env: Environment,
  file: unknown,
  target: Pick<TargetSettings, 'auth' | 'headers'>,
): Readonly<Record<string, string>> {
  const named = new Set(variablesIn(file));
  const secrets = openSecrets();
  hideSecrets(secrets, target);
  const kept = Object.entries(env).filter(
    ([name, value = '']) => !name.startsWith('EVS_') && !named.has(name) && secrets.hide(value) === value,
  );
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The environment variables that a config file names: `tokenEnv` and its like, `env` of a header. */
export function variablesIn(file: unknown): readonly string[] {
  if (typeof file !== 'object' || file === null) return [];
  return Object.entries(file).flatMap(([key, value]) =>
    typeof value === 'string' ? (/(Env|^env)$/.test(key) ? [value] : []) : variablesIn(value),
  );
}

/** What is found, where it has the shape of its kind. Throws `UsageError` where it has not. */
function checked<T>(kind: string, found: unknown, file: string): T {
  const ajv = new Ajv2020({ ...checkedSchema, allErrors: true, verbose: true }).addSchema(schema);
  const validate = ajv.compile<T>({ $ref: `${schema.$id}#/$defs/${kind}` });
  if (validate(found)) return found;
  throw complaint(file, validate.errors ?? [], 'volumes');
}

const kinds = ['command', 'inventory', 'evs', 'openstack'];

/** Reads `volumes` of a config file. */
export function readVolumes(found: unknown, context: VolumeContext): VolumeSettings {
  const { kind } = (found ?? {}) as { kind?: unknown };
  if (kind === 'hook')
    throw new UsageError(`config file ${context.file}: the state hook is given by "states", its URL`);
  switch (kind) {
    case 'command':
      return commandSettings(checked<CommandFile>(kind, found, context.file), context);
    case 'inventory':
      return inventorySettings(checked<InventoryFile>(kind, found, context.file), context);
    case 'evs':
      return evsSettings(checked<EvsFile>(kind, found, context.file), context);
    case 'openstack':
      return openstackSettings(checked<OpenstackFile>(kind, found, context.file), context);
  }
  throw unknown(`kind of volumes in the config file ${context.file}`, String(kind), kinds);
}

function commandSettings({ command, args = [] }: CommandFile, { file, env }: VolumeContext): VolumeSettings {
  const cwd = dirname(file);
  // a name without a slash is looked up in PATH
  const path = /[/\\]/.test(command) ? resolve(cwd, command) : command;
  return { kind: 'command', program: { file: path, args, cwd, env } };
}

function inventorySettings({ list }: InventoryFile, { file, project, maxGb }: VolumeContext): VolumeSettings {
  const twice = list.find(({ id }, at) => list.findIndex((one) => one.id === id) !== at);
  if (twice !== undefined) throw new UsageError(`config file ${file}: volumes.list names ${twice.id} twice`);
  const strange = list.find((one) => one.tenant !== 'other' && one.project !== undefined && one.project !== project);
  if (strange !== undefined)
    throw new UsageError(
      `config file ${file}: volumes.list has ${quoted(strange.id)} in project ${quoted(strange.project ?? '')}, and --project is ${quoted(project)}: make them one, or leave the project of the volume away`,
    );
  const budgets = list.flatMap((one) => (one.tenant === 'other' ? [] : [one.maxGb ?? maxGb]));
  if (budgets.includes(undefined))
    throw new UsageError(
      `config file ${file}: volumes.list has volumes without a budget: give each a maxGb, or --max-gb for all`,
    );
  return {
    kind: 'inventory',
    // all volumes serve all checks: what is asked of one has to be within the budget of every other
    maxGb: Math.min(...budgets.filter((budget) => budget !== undefined), maxGb ?? Number.POSITIVE_INFINITY),
    list: list.map((one) => ({
      id: one.id,
      // what belongs to another tenant is asked for as one's own
      project: one.tenant === 'other' ? project : (one.project ?? project),
      status: one.status ?? ((one.servers ?? []).length > 0 ? 'in-use' : 'available'),
      multiattach: one.multiattach ?? false,
      servers: one.servers ?? [],
      disk: one.disk,
      tenant: one.tenant,
    })),
  };
}

const parameters: { readonly [Name in keyof EvsPaths]: string | undefined } = {
  create: undefined,
  volume: 'volume_id',
  delete: 'volume_id',
  list: 'name',
  job: 'job_id',
};

function evsSettings(
  { availabilityZone, volumeType, multiattach, paths }: EvsFile,
  { project }: VolumeContext,
): VolumeSettings {
  const whole = { ...evsPaths, ...paths };
  for (const [name, parameter] of Object.entries(parameters)) {
    readTemplate(`volumes.paths.${name}`, whole[name as keyof EvsPaths], parameter);
  }
  return { kind: 'evs', project, availabilityZone, volumeType, multiattach: multiattach ?? false, paths: whole };
}

function openstackSettings(
  { endpoint = openstackEndpoint, resetState = false, attach = true, ...types }: OpenstackFile,
  { project }: VolumeContext,
): VolumeSettings {
  readTemplate('volumes.endpoint', endpoint, undefined);
  const { availabilityZone, volumeType, multiattachType } = types;
  return { kind: 'openstack', project, endpoint, availabilityZone, volumeType, multiattachType, resetState, attach };
}
