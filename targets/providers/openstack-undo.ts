import type { Volume } from '../volume-source.ts';
import type { Action, OpenstackApi } from './openstack-api.ts';
import { act, type OpenstackState, stateIn } from './openstack-states.ts';
import type { CallSpan } from './span.ts';

/** How a state may be undone. */
export interface Undoing {
  /** Whether the credentials allow `os-reset_status`. */
  readonly resetState: boolean;
  /** The status that the volume was reset to: nothing is under way where it still has that one. */
  readonly forced?: string | undefined;
  /** How long work that is under way may take until it is cut short, and how long a deletion may. */
  readonly settle: CallSpan;
  readonly span: CallSpan;
}

/** Statuses that pass by themselves, when something is under way. */
const passing = ['creating', 'extending', 'deleting'];

/** Makes a volume one that can be deleted, as far as that goes; resolves with what came in the way, if anything did. */
export async function undoState(api: OpenstackApi, volume: Volume, undoing: Undoing): Promise<string | undefined> {
  const { resetState, span } = undoing;
  const state = await settled(api, volume, undoing);
  // what cannot be read, or is gone, is left to the deletion; and so is one that is under way
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

/** What frees a volume without an administrator. */
const releasing = ({ status, attachments }: OpenstackState): readonly Action[] => [
  ...(status === 'attaching' ? [{ 'os-unreserve': {} }] : []),
  ...attachments.map((attachment_id) => ({ 'os-detach': { attachment_id } })),
];

/** The state once nothing is under way any more, or the time for that is over; undefined where it cannot be read. */
async function settled(api: OpenstackApi, volume: Volume, undoing: Undoing): Promise<OpenstackState | undefined> {
  const { forced, settle, span } = undoing;
  for (;;) {
    const state = stateIn(await api.readVolume(volume.project, volume.id, span.send));
    if (state === undefined || !passing.includes(state.status) || state.status === forced) return state;
    const within = state.status === 'deleting' ? span : settle;
    if (!(await within.pause())) return state;
  }
}
