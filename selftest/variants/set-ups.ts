import type { Rules } from '../../backend/rules.ts';
import { type FrontCall, type FrontReply, jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';
import { cannot, paramsOf, viewed, withParams } from './volumes.ts';

const isLookUp = ({ method, path }: FrontCall): boolean => method === 'GET' && path.includes('/cloudvolumes/');
const isAttached = ({ body }: FrontReply): boolean => body.includes('"in-use"');
const free = { status: 'available', servers: [] };

/** The first volume that is looked up takes this long to become available, in ms. */
const createdAfter = (ms: number) => (rules: Rules) => {
  let first: { readonly id: string; readonly at: number } | undefined;
  const change: Partial<Rules> = {
    volumeView(volume, context) {
      const now = context.settings.clock.now();
      first ??= { id: volume.id, at: now };
      const view = rules.volumeView(volume, context);
      return volume.id === first.id && now - first.at < ms ? { ...view, status: 'creating' } : view;
    },
  };
  return change;
};

/** Right servers whose volumes are hard to obtain: they take long, cannot be read, or are not of every kind. */
export const setUps: readonly Variant[] = [
  {
    id: 'slow-first-volume',
    summary: 'the first volume is being created for three seconds',
    backend: { change: createdAfter(3_000) },
  },
  {
    id: 'shared-as-text',
    summary: 'a volume says as text whether it is shared',
    backend: { change: viewed((view) => ({ ...view, multiattach: String(view.multiattach) })) },
  },
  {
    id: 'no-volume-look-up',
    summary: 'there is no look-up of volumes',
    front: {
      instead: (call) => (isLookUp(call) ? jsonReply(404, { error: { code: 'X.1', message: 'no' } }) : undefined),
    },
  },
  {
    id: 'volumes-not-shown',
    summary: 'the caller may not look at volumes',
    front: {
      instead: (call) => (isLookUp(call) ? jsonReply(403, { error: { code: 'X.2', message: 'no' } }) : undefined),
    },
  },
  {
    id: 'attached-in-capitals',
    summary: 'the status of volumes with a server is in capitals',
    backend: { change: viewed((view) => (view.status === 'in-use' ? { ...view, status: 'IN-USE' } : view)) },
  },
  {
    id: 'attached-size-as-text',
    summary: 'the size of volumes with a server is text',
    backend: { change: viewed((view) => (view.status === 'in-use' ? { ...view, size: String(view.size) } : view)) },
  },
  {
    id: 'attached-not-shown',
    summary: 'volumes with a server are not shown',
    front: { dress: (reply, call) => (isLookUp(call) && isAttached(reply) ? jsonReply(404, {}) : reply) },
  },
  {
    id: 'cannot-attach',
    summary: 'the hook attaches no server, and says that it did',
    front: {
      hook: (call, ask) =>
        ask(withParams(call.body, (params) => ({ ...params, ...(params.status === 'in-use' ? free : {}) }))),
    },
  },
  {
    id: 'plain-alone',
    summary: 'the hook refuses all but plain volumes',
    front: {
      hook: async (call, ask) => {
        const { action, params = {} } = paramsOf(call.body);
        const isPlain = params.status === 'available' && params.multiattach === false && params.tenant === undefined;
        return action === 'setup' && !isPlain ? cannot('plain ones, please') : ask(call.body);
      },
    },
  },
];
