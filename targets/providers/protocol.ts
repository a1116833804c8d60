import { cutTo } from '../../wire/held.ts';
import type { Obtained, Volume, VolumeSpec } from '../volume-source.ts';

/** A longer id, or one that a path cannot carry even in escaped form, is no id. */
const idPattern = /^(?!\.{1,2}$)[^\p{C}]{1,255}$/u;

/** The message for a volume's set-up or teardown, to the state hook and to the command. */
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

/** The `reason` of a negative answer; undefined if it gives none. */
export function reasonIn(json: unknown): string | undefined {
  const reason = (json as { reason?: unknown } | null | undefined)?.reason;
  return typeof reason === 'string' && reason !== '' ? cutTo(reason, 200) : undefined;
}

/** Ids may be counted, and written as numbers. */
const spelled = (id: unknown): unknown => (Number.isSafeInteger(id) ? String(id) : id);

/**
 * The volume that was handed out; `answered` begins the reason if there is no usable one. An id that fits no path is of
 * no use, and yet names something that has to be given back.
 */
export function volumeIn(json: unknown, answered: string): Exclude<Obtained, { kind: 'unavailable' }> {
  const said = (json ?? {}) as { project_id?: unknown; volume_id?: unknown };
  const [project, id] = [spelled(said.project_id), spelled(said.volume_id)];
  const reason = `${answered} without a usable project_id and volume_id`;
  if (typeof project !== 'string' || typeof id !== 'string' || id === '' || project.length + id.length > 4096)
    return { kind: 'failed', reason, made: 'unknown' };
  const volume: Volume = { project, id };
  if (!idPattern.test(project) || !idPattern.test(id)) return { kind: 'failed', reason, made: volume };
  return { kind: 'volume', volume };
}
