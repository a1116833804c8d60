import { dirname, resolve } from 'node:path';
import { type EvsPaths, evsPaths } from '../../targets/providers/evs-api.ts';
import type { VolumeSettings } from '../../targets/providers/open.ts';
import { openstackEndpoint } from '../../targets/providers/openstack-api.ts';
import type { Environment } from '../../wire/proxy.ts';
import { openSecrets } from '../../wire/redact.ts';
import { allOf } from './complaint.ts';
import { hideSecrets } from './secrets.ts';
import type { TargetSettings } from './settings.ts';
import { quoted, UsageError } from './usage.ts';
import { readTemplate } from './values.ts';
import { volumeMistakes } from './volumes-shape.ts';

/** The keys of `volumes` in a config file, as in its schema. */
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

/** The other settings that a way to obtain volumes needs. */
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

/** Reads `volumes` of a config file. Throws `UsageError`, which tells all of its mistakes. */
export function readVolumes(found: unknown, context: VolumeContext): VolumeSettings {
  throwAll(volumeMistakes(found, context.file), context);
  const volumes = found as VolumesFile;
  switch (volumes.kind) {
    case 'command':
      return commandSettings(volumes, context);
    case 'inventory':
      return inventorySettings(volumes, context);
    case 'evs':
      return evsSettings(volumes, context);
    case 'openstack':
      return openstackSettings(volumes, context);
  }
}

function throwAll(mistakes: readonly UsageError[], { file }: VolumeContext): void {
  if (mistakes.length > 0) throw allOf('config file', file, mistakes);
}

function commandSettings({ command, args = [] }: CommandFile, { file, env }: VolumeContext): VolumeSettings {
  const cwd = dirname(file);
  // a name without a slash is looked up in PATH
  const path = /[/\\]/.test(command) ? resolve(cwd, command) : command;
  return { kind: 'command', program: { file: path, args, cwd, env } };
}

function inventorySettings({ list }: InventoryFile, context: VolumeContext): VolumeSettings {
  const { file, project, maxGb } = context;
  const wrong = (what: string): UsageError => new UsageError(`config file ${file}: volumes.list ${what}`);
  const ids = list.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) === at && ids.lastIndexOf(id) !== at);
  const strange = list.filter((one) => one.tenant !== 'other' && one.project !== undefined && one.project !== project);
  const budgets = list.flatMap((one) => (one.tenant === 'other' ? [] : [one.maxGb ?? maxGb]));
  throwAll(
    [
      ...twice.map((id) => wrong(`names ${id} twice`)),
      ...strange.map((one) =>
        wrong(
          `has ${quoted(one.id)} in project ${quoted(one.project ?? '')}, but --project is ${quoted(project)}: make them the same, or remove the project of the volume`,
        ),
      ),
      ...(budgets.includes(undefined)
        ? [wrong('has volumes without a budget: give each a maxGb, or set --max-gb for all')]
        : []),
    ],
    context,
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
