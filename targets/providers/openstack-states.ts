import { randomUUID } from 'node:crypto';
import { shownText } from '../text.ts';
import type { Obtained, Volume, VolumeSpec } from '../volume-source.ts';
import type { Action, OpenstackApi } from './openstack-api.ts';
import { at, isAccepted, jsonOf, type Reply, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';

/** A volume's state in Cinder. */
export interface OpenstackState {
  readonly status: string;
  readonly multiattach: boolean;
  readonly attachments: readonly string[];
}

/** The state in a reply; undefined if it has none. */
export function stateIn(reply: Reply): OpenstackState | undefined {
  const volume = at(jsonOf(reply), 'volume');
  const status = textAt(volume, 'status');
  if (status === undefined) return undefined;
  const listed = at(volume, 'attachments');
  const attachments = (Array.isArray(listed) ? listed : []).flatMap(
    (one: unknown) => textAt(one, 'attachment_id') ?? [],
  );
  return { status, multiattach: at(volume, 'multiattach') === true, attachments };
}

/** Sends an action; resolves with undefined if it was accepted. */
export async function act(
  api: OpenstackApi,
  { project, id }: Volume,
  action: Action,
  span: CallSpan,
): Promise<{ readonly reason: string; readonly isRefused: boolean } | undefined> {
  const reply = await api.act(project, id, action, span.send);
  if (isAccepted(reply)) return undefined;
  // a conflict or a failure may pass; an invalid or forbidden request stays so
  const isRefused = reply.kind === 'answer' && [400, 403].includes(reply.status);
  return { reason: `${Object.keys(action).join()} ${saying(reply)}`, isRefused };
}

/** The actions that attach a volume in Cinder's view, to a server that need not exist. */
const attaching = (): readonly Action[] => [
  { 'os-reserve': {} },
  { 'os-attach': { instance_uuid: randomUUID(), mountpoint: '/dev/vdb', mode: 'rw' } },
];

/** The number of a volume's attachments. A volume in use has at least one, even without a server. */
const attachmentsOf = ({ status, servers }: VolumeSpec): number =>
  status === 'in-use' ? Math.max(1, servers.length) : 0;

/** The actions that bring an available volume into the wanted state. */
function actionsFor(spec: VolumeSpec): readonly Action[] {
  const { status } = spec;
  if (status === 'in-use') return Array.from({ length: attachmentsOf(spec) }, attaching).flat();
  return status === 'available' ? [] : [{ 'os-reset_status': { status } }];
}

/**
 * Brings a new volume into the wanted state and reads it back. If that fails, the result is `unavailable`, with the
 * volume that was made in vain. `span`: the time for looking at it.
 */
export async function bringInto(
  api: OpenstackApi,
  volume: Volume,
  spec: VolumeSpec,
  span: CallSpan,
): Promise<Obtained> {
  const { status, multiattach } = spec;
  const wished = `${multiattach ? 'a shared' : 'a'} volume cannot be made ${status}`;
  const unavailable = (reason: string, isForGood: boolean): Obtained => ({
    ...{ kind: 'unavailable', reason: `${wished}: ${reason}`, made: volume },
    ...(isForGood ? { room: 'never' } : {}),
  });
  for (const action of actionsFor(spec)) {
    const trouble = await act(api, volume, action, span);
    if (trouble !== undefined) return unavailable(trouble.reason, trouble.isRefused);
  }
  for (;;) {
    const reply = await api.readVolume(volume.project, volume.id, span.send);
    const state = stateIn(reply);
    if (state !== undefined && state.multiattach !== multiattach)
      return unavailable(`its type makes volumes with multiattach ${state.multiattach}`, true);
    const difference = state === undefined ? `it ${saying(reply)}` : differenceOf(state, spec);
    if (difference === undefined) return { kind: 'volume', volume };
    if (!(await span.pause())) return unavailable(`${difference} after ${span.ms} ms`, false);
  }
}

/** A change may take a moment to show, and Cinder shows some statuses as others. */
function differenceOf(state: OpenstackState, spec: VolumeSpec): string | undefined {
  const [attached, wished] = [state.attachments.length, attachmentsOf(spec)];
  if (state.status !== spec.status) return `it is "${shownText(state.status)}"`;
  if (attached !== wished) return `it has ${attached} attachments instead of ${wished}`;
  return undefined;
}
