import { type Front, type FrontCall, type FrontReply, jsonReply, serveFront } from '../servers/front.ts';
import { serveSetUpElsewhere } from '../servers/strangers.ts';
import type { TrialSubject } from '../subject.ts';

type SetUpView = Readonly<Record<string, unknown>>;

/** Changes the views of volumes; the hook tells the truth. */
const shown = (change: (view: SetUpView) => unknown): Front => ({
  dress: (reply, call) => (isDetail(call, reply) ? dressed(reply, change) : reply),
});
const isDetail = ({ method, path }: FrontCall, { status }: FrontReply): boolean =>
  method === 'GET' && status === 200 && path.includes('/cloudvolumes/');
const dressed = (reply: FrontReply, change: (view: SetUpView) => unknown): FrontReply =>
  jsonReply(200, change((JSON.parse(reply.body.toString()) as { volume: SetUpView }).volume));
const member = (change: SetUpView | ((view: SetUpView) => SetUpView)): Front =>
  shown((view) => ({ volume: { ...view, ...(typeof change === 'function' ? change(view) : change) } }));

interface HookIds {
  readonly project_id: string;
  readonly volume_id: string;
}

/** Changes the hook's answer about a set-up; the hook knows its own ids when it gets them back. */
const told = (change: (ids: HookIds) => HookIds): Front => {
  const own = new Map<string, HookIds>();
  return {
    async hook(call, ask) {
      const { params, ...rest } = JSON.parse(call.body.toString()) as { params: Partial<HookIds> };
      const ids = own.get(params.volume_id ?? '') ?? params;
      const reply = await ask(Buffer.from(JSON.stringify({ ...rest, params: ids })));
      if (reply.status !== 200) return reply;
      const made = JSON.parse(reply.body.toString()) as HookIds;
      own.set(change(made).volume_id, made);
      return jsonReply(200, change(made));
    },
  };
};

/** A hook that hands a volume out again, until it is given back. */
function oneAgain(): Front {
  let out: FrontReply | undefined;
  return {
    async hook(call, ask) {
      const isSetUp = call.body.includes('"setup"');
      if (isSetUp && out !== undefined) return out;
      const reply = await ask(call.body);
      out = isSetUp ? reply : undefined;
      return reply;
    },
  };
}

/** A hook whose volumes are gone before the first look-up. */
const fleeting: Front = {
  async hook(call, ask) {
    const reply = await ask(call.body);
    if (reply.status === 200) {
      const params = JSON.parse(reply.body.toString()) as object;
      await ask(Buffer.from(JSON.stringify({ state: 'volume', action: 'teardown', params })));
    }
    return call.body.includes('"teardown"') ? jsonReply(200, {}) : reply;
  },
};

const fronts: Readonly<Record<string, readonly [string, () => Front]>> = {
  'size-as-text': ['the size of a volume is text', () => member(({ size }) => ({ size: String(size) }))],
  'size-with-unit': ['the size of a volume has a unit', () => member(({ size }) => ({ size: `${size} GB` }))],
  'no-size': ['a volume has no size', () => member({ size: undefined })],
  'size-null': ['the size of a volume is null', () => member({ size: null })],
  'size-zero': ['a volume has 0 GB', () => member({ size: 0 })],
  'no-status': ['a volume has no status', () => member({ status: undefined })],
  'status-in-capitals': [
    'the status of a volume is in capitals',
    () => member(({ status }) => ({ status: String(status).toUpperCase() })),
  ],
  'creating-for-ever': ['volumes are being created for ever', () => member({ status: 'creating' })],
  'shared-all': ['every volume is shared', () => member({ multiattach: true })],
  'id-in-capitals': ['the id of a volume is in capitals', () => member(({ id }) => ({ id: String(id).toUpperCase() }))],
  'id-of-another': ['every look-up shows one volume', () => member({ id: 'another' })],
  'name-for-id': ['the hook gives names for ids', () => member(({ id }) => ({ id: 'another', name: id }))],
  'bare-wrapper': ['a volume stands in no wrapper', () => shown((view) => view)],
  'list-wrapper': ['a volume stands in a list', () => shown((view) => ({ volumes: [view], count: 1 }))],
  'empty-detail': ['the look-up answers 200 and {}', () => shown(() => ({}))],
  'id-with-blank': ['the hook adds a blank to ids', () => told((ids) => ({ ...ids, volume_id: `${ids.volume_id} ` }))],
  'unknown-project': ['the hook names a project of nobody', () => told((ids) => ({ ...ids, project_id: 'nobodys' }))],
  'one-volume-again': ['the hook hands out one volume again and again', oneAgain],
  'gone-before-read': ['the hook deletes what it has just set up', () => fleeting],
};

const one = (id: string, summary: string, start: TrialSubject['start']): TrialSubject => ({
  id,
  kind: 'set-up',
  operation: 'extend-volume',
  summary,
  owner: null,
  mayFail: [],
  expects: 'stopped',
  start,
});

/** Wrong set-ups with a right server: the run ends after a volume or two, with the reason. */
export const setUps: readonly TrialSubject[] = [
  ...Object.entries(fronts).map(([id, [summary, front]]) => one(id, summary, () => serveFront(front()))),
  one('other-cloud', 'the hook sets volumes up in another cloud', serveSetUpElsewhere),
  one('url-with-path', 'the URL has the beginning of the path already', async () => {
    const served = await serveFront({});
    return { ...served, url: `${served.url}/v2/${'a'.repeat(32)}` };
  }),
];
