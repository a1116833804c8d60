import { type Front, type FrontCall, type FrontReply, isAction, jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';

/** The number of requests until the credentials end: enough for some requirements to pass before. */
const until = 700;

const said = (status: number, code: string): FrontReply =>
  jsonReply(status, { error: { code, message: 'Invalid token: it has expired' } });

const endsWith = (reply: FrontReply): Front => ({ instead: ({ count }) => (count > until ? reply : undefined) });

/** Extensions are denied a second and a half before look-ups, which are answered from a cache. */
function extensionsFirst(reply: FrontReply): Front {
  let since: number | undefined;
  return {
    instead(call: FrontCall) {
      if (call.count <= until) return undefined;
      since ??= Date.now();
      return isAction(call) || Date.now() - since > 1_500 ? reply : undefined;
    },
  };
}

/** Credentials that end in mid-run, in all the ways in which services report it. */
export const credentials: readonly Variant[] = [
  ...[400, 401, 403, 412].map((status) => ({
    id: `token-ends-with-${status}`,
    summary: `the token ends in mid-run, and everything is answered with ${status} and one code`,
    front: endsWith(said(status, 'EVS.0002')),
  })),
  {
    id: 'token-ends-with-200',
    summary: 'the token ends in mid-run, and everything is answered with 200 and an error',
    front: endsWith(said(200, 'EVS.0002')),
  },
  {
    id: 'token-ends-with-302',
    summary: 'the token ends in mid-run, and everything is answered with the way to a page to log in at',
    front: endsWith({ status: 302, headers: { location: '/login' }, body: Buffer.alloc(0) }),
  },
  {
    id: 'token-ends-in-other-words',
    summary: 'the token ends in mid-run, and a gateway says so in its own envelope',
    front: endsWith(jsonReply(400, { error_code: 'APIGW.0307', error_msg: 'Token must be updated' })),
  },
  {
    id: 'token-ends-for-extensions-first',
    summary: 'the token ends in mid-run, for extensions a moment before it does for look-ups',
    front: extensionsFirst(said(400, 'EVS.0002')),
  },
];
