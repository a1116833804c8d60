import type { Clock } from '../../wire/clock.ts';
import type { Transport } from '../../wire/transport.ts';
import type { Lookups } from '../observe.ts';
import { openObserver } from '../observe.ts';
import type { ProviderLimits, VolumeProvider } from '../volume-source.ts';
import { commandProvider } from './command.ts';
import type { Creation } from './creation.ts';
import { evsProvider } from './evs.ts';
import { type EvsPaths, openEvsApi } from './evs-api.ts';
import { stateHook } from './hook.ts';
import { inventoryProvider } from './inventory.ts';
import type { Listed } from './listed.ts';
import { nowhere } from './nowhere.ts';
import { openstackProvider } from './openstack.ts';
import { openOpenstackApi } from './openstack-api.ts';
import type { OpenstackStates } from './openstack-cannot.ts';
import type { Program } from './program.ts';

/** The way to obtain volumes, and its settings. */
export type VolumeSettings =
  | { readonly kind: 'hook'; readonly url: string }
  | { readonly kind: 'command'; readonly program: Program }
  | { readonly kind: 'inventory'; readonly list: readonly Listed[]; readonly maxGb: number }
  | ({
      readonly kind: 'evs';
      readonly project: string;
      readonly multiattach: boolean;
      readonly paths: EvsPaths;
    } & Creation)
  | ({
      readonly kind: 'openstack';
      readonly project: string;
      /** The path template of the project's volumes, with `{project_id}`. */
      readonly endpoint: string;
    } & Creation &
      OpenstackStates)
  | { readonly kind: 'nowhere' };

/** The parts of the target that a provider may use. */
export interface ProviderParts {
  readonly limits: ProviderLimits;
  readonly clock: Clock;
  readonly lookups: Lookups;
  /** The time limit of a single request to the target, in ms. */
  readonly requestMs: number;
  readonly warn: (text: string) => void;
  /** Opens a way to the target, with its credentials, that an interruption does not close. */
  readonly toTarget: () => Transport;
  /** Opens a way to the state hook, without credentials. */
  readonly toHook: (url: string) => Transport;
}

/** Opens the way to obtain volumes that the settings name. */
export function openProvider(
  settings: VolumeSettings,
  parts: ProviderParts,
): { readonly provider: VolumeProvider; readonly close: () => void } {
  const { limits, clock } = parts;
  switch (settings.kind) {
    case 'nowhere':
      return { provider: nowhere, close: () => {} };
    case 'command':
      return { provider: commandProvider(settings.program, limits), close: () => {} };
    case 'hook': {
      const transport = parts.toHook(settings.url);
      return { provider: stateHook(transport, clock, limits), close: () => transport.close() };
    }
    case 'inventory': {
      const transport = parts.toTarget();
      const observer = openObserver(transport, clock, parts.lookups, limits.setUp.signal);
      const use = { maxGb: settings.maxGb, settleMs: limits.setUp.timeoutMs ?? 60_000, warn: parts.warn };
      return { provider: inventoryProvider(settings.list, use, observer, clock), close: () => transport.close() };
    }
    case 'evs': {
      const transport = parts.toTarget();
      const api = openEvsApi(transport, clock, settings.paths);
      const { requestMs } = parts;
      const provider = evsProvider(api, { ...settings, requestMs }, limits, clock);
      return { provider, close: () => transport.close() };
    }
    case 'openstack': {
      const transport = parts.toTarget();
      const api = openOpenstackApi(transport, clock, settings.endpoint);
      const { requestMs } = parts;
      const provider = openstackProvider(api, { ...settings, requestMs }, limits, clock);
      return { provider, close: () => transport.close() };
    }
  }
}
