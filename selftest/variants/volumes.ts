import type { Rules } from '../../backend/rules.ts';
import { type FrontReply, jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';

type VolumeView = Readonly<Record<string, unknown>>;

export const viewed =
  (change: (view: VolumeView) => VolumeView) =>
  (rules: Rules): Partial<Rules> => ({ volumeView: (volume, context) => change(rules.volumeView(volume, context)) });

type HookParams = Record<string, unknown>;
export const paramsOf = (body: Buffer): { action?: string; params?: HookParams } => JSON.parse(body.toString());
export const withParams = (body: Buffer, change: (params: HookParams) => HookParams): Buffer => {
  const call = paramsOf(body);
  return Buffer.from(JSON.stringify({ ...call, params: change(call.params ?? {}) }));
};
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
export const cannot = (reason: string): FrontReply => jsonReply(422, { reason });

/** Right servers with other views of volumes, or another way to hand them out. */
export const volumes: readonly Variant[] = [
  {
    id: 'bare-detail',
    summary: 'a volume shows its size and state alone',
    backend: { change: viewed(({ size, status }) => ({ size, status })) },
  },
  {
    id: 'rich-detail',
    summary: 'a volume shows attributes that nobody knows, some of which change at every look',
    backend: {
      change: (rules) => {
        let views = 0;
        return viewed((view) => {
          views += 1;
          const attachments = [...(view.attachments as unknown[])].reverse();
          return { ...view, links: [{ rel: 'self' }], updated_at: String(views), pod: views % 3, attachments };
        })(rules);
      },
    },
  },
  {
    id: 'counts-refusals',
    summary: 'a volume shows how often it was refused, and when it was last asked to grow',
    backend: {
      change: (rules) => {
        const refused = new Map<string, number>();
        return {
          onRefused(volume, refusal, context) {
            rules.onRefused(volume, refusal, context);
            refused.set(volume.id, (refused.get(volume.id) ?? 0) + 1);
          },
          volumeView(volume, context) {
            const count = refused.get(volume.id) ?? 0;
            return {
              ...rules.volumeView(volume, context),
              refusals: count,
              updated_at: `asked ${count} times in vain`,
            };
          },
        };
      },
    },
  },
  {
    id: 'larger-than-asked',
    summary: 'the hook gives volumes of 7 GB more than it was asked for',
    front: {
      hook: (call, ask) =>
        ask(
          withParams(call.body, (params) => ({
            ...params,
            ...(typeof params.size === 'number' ? { size: params.size + 7 } : {}),
          })),
        ),
    },
  },
  {
    id: 'slow-hook',
    summary: 'the hook takes 150 ms for everything',
    front: {
      async hook(call, ask) {
        await pause(150);
        return ask(call.body);
      },
    },
  },
  {
    id: 'unready-hook',
    summary: 'the hook answers before the volume can be seen',
    backend: {
      change: (rules) => {
        const seen = new Map<string, number>();
        return {
          volumeView(volume, context) {
            const view = rules.volumeView(volume, context);
            const first = seen.get(volume.id) ?? context.settings.clock.now();
            seen.set(volume.id, first);
            return context.settings.clock.now() - first < 80 && volume.size === volume.originalSize
              ? { ...view, status: 'creating' }
              : view;
          },
        };
      },
    },
  },
  {
    id: 'one-project',
    summary: 'the hook knows no other project',
    front: {
      hook: async (call, ask) =>
        paramsOf(call.body).params?.tenant === 'other' ? cannot('one project only') : ask(call.body),
    },
  },
  { id: 'room-for-four', summary: 'the hook has room for four volumes', backend: { maxVolumes: 4 } },
  { id: 'room-for-ten', summary: 'the hook has room for ten volumes', backend: { maxVolumes: 10 } },
  {
    id: 'room-by-500',
    summary: 'the hook has room for eight volumes, and answers 500 when they are out',
    backend: { maxVolumes: 8 },
    front: {
      async hook(call, ask) {
        const reply = await ask(call.body);
        return reply.body.includes('volumes already') ? jsonReply(500, { reason: 'quota' }) : reply;
      },
    },
  },
  {
    id: 'few-servers',
    summary: 'the hook can attach a single server, in no state but the documented ones and ERROR',
    front: {
      hook: async (call, ask) => {
        const servers = (paramsOf(call.body).params?.servers ?? []) as string[];
        const odd =
          servers.length > 1 ||
          servers.some((one) => !['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF', 'ERROR', 'REBOOT'].includes(one));
        return odd ? cannot('one server, please') : ask(call.body);
      },
    },
  },
  {
    id: 'hook-answers-at-length',
    summary: 'the hook answers teardowns with 200 and a body',
    front: {
      async hook(call, ask) {
        const reply = await ask(call.body);
        return reply.status === 204 ? jsonReply(200, { deleted: true }) : reply;
      },
    },
  },
];
