import { randomUUID } from 'node:crypto';
import { shownText } from '../text.ts';
import type { Obtained, Volume, VolumeSpec } from '../volume-source.ts';
import type { Action, OpenstackApi } from './openstack-api.ts';
import { at, isAccepted, jsonOf, type Reply, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';

/** What Cinder says of a volume's state. */
export interface OpenstackState {
  readonly status: string;
  readonly multiattach: boolean;
  readonly attachments: readonly string[];
}

/** The state that a reply tells; undefined where it tells none. */
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

/** Sends an action; resolves with undefined where it was accepted. */
export async function act(
  api: OpenstackApi,
  { project, id }: Volume,
  action: Action,
  span: CallSpan,
): Promise<{ readonly reason: string; readonly isRefused: boolean } | undefined> {
  const reply = await api.act(project, id, action, span.send);
  if (isAccepted(reply)) return undefined;
  // a conflict or a trouble may pass; what is wrong, or not allowed, stays so
  const isRefused = reply.kind === 'answer' && [400, 403].includes(reply.status);
  return { reason: `${Object.keys(action).join()} ${saying(reply)}`, isRefused };
}

/** What attaches a volume as Cinder sees it, to a server that there need not be. */
const attaching = (): readonly Action[] => [
  { 'os-reserve': {} },
  { 'os-attach': { instance_uuid: randomUUID(), mountpoint: '/dev/vdb', mode: 'rw' } },
];

/** So many attachments a volume has. One that is in use has one, even where no server is asked for. */
const attachmentsOf = ({ status, servers }: VolumeSpec): number =>
  status === 'in-use' ? Math.max(1, servers.length) : 0;

/** What makes an available volume one of the wished state. */
function actionsFor(spec: VolumeSpec): readonly Action[] {
  const { status } = spec;
  if (status === 'in-use') return Array.from({ length: attachmentsOf(spec) }, attaching).flat();
  return status === 'available' ? [] : [{ 'os-reset_status': { status } }];
}

/**
 * Brings a new volume into the wished state and reads it back. Where that does not work out the volume comes back as one
 * that was made for nothing. `span`: what the looks at it may take.
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

/** What was set may take a moment to show, and Cinder shows some statuses as others. */
function differenceOf(state: OpenstackState, spec: VolumeSpec): string | undefined {
  const [attached, wished] = [state.attachments.length, attachmentsOf(spec)];
  if (state.status !== spec.status) return `it is "${shownText(state.status)}"`;
  if (attached !== wished) return `it has ${attached} attachments instead of ${wished}`;
  return undefined;
}
