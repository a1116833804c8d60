import { expect, test } from 'vitest';
import type { FaultId } from '../../../backend/faults/index.ts';
import { type Reply, serveFront } from '../../../trust/servers/front.ts';
import { token } from '../../../trust/servers/tokens.ts';
import { certifyAt, idsWith, told } from '../bench.ts';

/** How long a volume shows that it is being extended, in ms: longer than the next volume takes to be looked at. */
const extendingMs = 40;

/** The backend with this fault, whose volumes are `extending` for a while after every accepted request. */
function serveExtending(fault: FaultId) {
  const until = new Map<string, number>();
  const dress = (reply: Reply, { method, path }: { readonly method: string; readonly path: string }): Reply => {
    const id = /cloudvolumes\/([^/]+)/.exec(path)?.[1] ?? '';
    if (method === 'POST' && reply.status === 200) until.set(id, Date.now() + extendingMs);
    if (method !== 'GET' || reply.status !== 200 || (until.get(id) ?? 0) < Date.now()) return reply;
    const { volume } = JSON.parse(reply.body.toString()) as { readonly volume: object };
    return { ...reply, body: Buffer.from(JSON.stringify({ volume: { ...volume, status: 'extending' } })) };
  };
  return serveFront({ dress }, { fault });
}

test.each(['accepts-equal', 'compares-original'] as const)(
  '%s is blamed on nobody else: a volume that is still at its own request is no bystander',
  async (fault) => {
    const { url, statesUrl, close } = await serveExtending(fault);
    const only = ['size.not-greater', 'effect.one-volume'] as const;
    const result = await certifyAt({ url, states: statesUrl, token }, { only, runs: 12, extensions: 2 });
    await close();
    expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual(['size.not-greater']);
  },
);
