import type { Volume } from '../volume-source.ts';
import type { Action, OpenstackApi } from './openstack-api.ts';
import { act, type OpenstackState, stateIn } from './openstack-states.ts';
import type { CallSpan } from './span.ts';

/** The means to undo a state. */
export interface Undoing {
  /** Whether the credentials allow `os-reset_status`. */
  readonly resetState: boolean;
  /** The status to which the volume was reset: if it still has that one, nothing is under way. */
  readonly forced?: string | undefined;
  /** The time before work under way is cut short, and the time for a deletion. */
  readonly settle: CallSpan;
  readonly span: CallSpan;
}

/** Statuses that pass by themselves, because something is under way. */
const passing = ['creating', 'extending', 'deleting'];

/** Makes a volume deletable as far as possible; resolves with the obstacle, if there is one. */
export async function undoState(api: OpenstackApi, volume: Volume, undoing: Undoing): Promise<string | undefined> {
  const { resetState, span } = undoing;
  const state = await settled(api, volume, undoing);
  // if the volume cannot be read, or its deletion is under way, the rest is left to the deletion
  if (state === undefined || state.status === 'deleting' || isPlain(state)) return undefined;
  let trouble: string | undefined;
  if (resetState) {
    const reset: Action = { 'os-reset_status': { status: 'available', attach_status: 'detached' } };
    trouble = (await act(api, volume, reset, span))?.reason;
    if (trouble === undefined) return undefined;
  }
  for (const action of releasing(state)) trouble = (await act(api, volume, action, span))?.reason ?? trouble;
  return trouble;
}

const isPlain = ({ status, attachments }: OpenstackState): boolean =>
  status === 'available' && attachments.length === 0;

/** The actions that free a volume without an administrator. */
const releasing = ({ status, attachments }: OpenstackState): readonly Action[] => [
  ...(status === 'attaching' ? [{ 'os-unreserve': {} }] : []),
  ...attachments.map((attachment_id) => ({ 'os-detach': { attachment_id } })),
];

/** The state when nothing is under way any more, or when the time for that is over; undefined if it cannot be read. */
async function settled(api: OpenstackApi, volume: Volume, undoing: Undoing): Promise<OpenstackState | undefined> {
  const { forced, settle, span } = undoing;
  for (;;) {
    const state = stateIn(await api.readVolume(volume.project, volume.id, span.send));
    if (state === undefined || !passing.includes(state.status) || state.status === forced) return state;
    const within = state.status === 'deleting' ? span : settle;
    if (!(await within.pause())) return state;
  }
}
