import { cutTo } from '../../wire/held.ts';
import type { Obtained, Volume, VolumeSpec } from '../volume-source.ts';

/** Ids longer than this, or that a path cannot carry even when it is escaped, are no ids. */
const idPattern = /^(?!\.{1,2}$)[^\p{C}]{1,255}$/u;

/** The set-up of a volume or its teardown, as the state hook and the command are told it. */
export interface VolumeCall {
  readonly state: 'volume';
  readonly action: 'setup' | 'teardown';
  readonly params: Readonly<Record<string, unknown>>;
}

export function setUpCall(spec: VolumeSpec): VolumeCall {
  const { size, status, multiattach, servers, tenant } = spec;
  const params = { size, status, multiattach, servers, ...(tenant === undefined ? {} : { tenant }) };
  return { state: 'volume', action: 'setup', params };
}

export function teardownCall({ project, id }: Volume): VolumeCall {
  return { state: 'volume', action: 'teardown', params: { project_id: project, volume_id: id } };
}

/** The `reason` of an answer that says no; undefined where it gives none. */
export function reasonIn(json: unknown): string | undefined {
  const reason = (json as { reason?: unknown } | null | undefined)?.reason;
  return typeof reason === 'string' && reason !== '' ? cutTo(reason, 200) : undefined;
}

/**
 * What was handed out; `answered` begins the reason where that is nothing usable. Ids that fit no path are of no use, and
 * yet name something that has to be given back.
 */
export function volumeIn(json: unknown, answered: string): Exclude<Obtained, { kind: 'unavailable' }> {
  const { project_id: project, volume_id: id } = (json ?? {}) as { project_id?: unknown; volume_id?: unknown };
  const reason = `${answered} without a usable project_id and volume_id`;
  if (typeof project !== 'string' || typeof id !== 'string' || id === '' || project.length + id.length > 4096)
    return { kind: 'failed', reason, made: 'unknown' };
  const volume: Volume = { project, id };
  if (!idPattern.test(project) || !idPattern.test(id)) return { kind: 'failed', reason, made: volume };
  return { kind: 'volume', volume };
}
