import { isJsonObject } from '../json.ts';

/** The volume that a caller of the state hook asks for. `size` is in GB. */
export interface VolumeWish {
  readonly size: number;
  readonly status: string;
  readonly multiattach: boolean;
  readonly servers: readonly string[];
  readonly tenant: 'own' | 'other';
}

/** A refusal by the state hook: 400 for nonsense, 422 for a volume that it cannot set up. */
export interface HookProblem {
  readonly status: 400 | 422;
  readonly reason: string;
}

export const nonsense = (reason: string): HookProblem => ({ status: 400, reason });
export const impossible = (reason: string): HookProblem => ({ status: 422, reason });

const DEFAULTS = { size: 10, status: 'available', multiattach: false, servers: [], tenant: 'own' };

/** Reads the `params` of a set-up, or gives the reason why they make no sense or ask for an unknown state. */
export function readVolumeWish(params: unknown): VolumeWish | HookProblem {
  if (!isJsonObject(params)) return nonsense('params is not an object');
  const stranger = Object.keys(params).find((key) => !Object.hasOwn(DEFAULTS, key));
  if (stranger !== undefined) return impossible(`no such parameter here: ${stranger}`);
  const { size, status, multiattach, servers, tenant }: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...params };
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    return nonsense('size is not a whole number of GB');
  if (typeof status !== 'string') return nonsense('status is not a string');
  if (typeof multiattach !== 'boolean') return nonsense('multiattach is not a boolean');
  if (!isWords(servers)) return nonsense('servers is not a list of server statuses');
  if (tenant !== 'own' && tenant !== 'other') return nonsense('tenant is neither "own" nor "other"');
  return { size, status, multiattach, servers, tenant };
}

/** Any word will do for a server's status, in any case: the service has to refuse unknown ones, not the hook. */
function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && /^[\w-]{1,64}$/.test(item));
}
