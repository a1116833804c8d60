import type { Hono } from 'hono';
import type { BackendClock as ServiceClock } from '../../backend/clock.ts';
import type { Reach } from '../../targets/open.ts';
import type { Authentication } from '../../wire/auth/auth.ts';
import { isMisplaced, misplace, signerOf } from '../../wire/auth/misplaced.ts';
import { withoutCredentials, withToken } from '../../wire/auth/token.ts';
import { bodyBytes } from '../../wire/bytes.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Exchange, WireAnswer, WireRequest } from '../../wire/exchange.ts';
import { parseJson } from '../../wire/json.ts';
import { openStrain } from '../../wire/strain.ts';
import type { Transport } from '../../wire/transport.ts';

/** The time of a run as its service sees it. */
export const serviceClock = (clock: Clock): ServiceClock => ({
  now: clock.date,
  after: (ms, task) => void clock.sleep(ms).then(task),
});

/** An app of this process as a target: no socket and no timer, so that a busy machine changes nothing. */
export function reachInMemory(app: Hono, url: string, token: string): Reach {
  const auth = withToken(token);
  return {
    auth,
    toTarget: ({ signal }) => memoryTransport(app, url, auth, signal),
    toHook: (hook) => memoryTransport(app, hook),
  };
}

/** A transport to an app of this process. */
export function memoryTransport(
  app: Hono,
  url: string,
  auth: Authentication = withoutCredentials(),
  ending?: AbortSignal,
): Transport {
  let count = 0;
  return {
    url,
    auth,
    async send(request, { signal = ending } = {}) {
      const { headers, query } = await headersOf(request, auth);
      const full = `${url}${request.path}${query}`;
      const done = (sent: Exchange['sent'], reply: Exchange['reply']) => ({ request, url: full, sent, reply });
      if (signal?.aborted) return done({}, interrupted);
      count += 1;
      const { method, body } = request;
      const bytes = body === undefined ? undefined : new Uint8Array(bodyBytes(body));
      const asked = new Request(full, {
        method: method === 'TRACE' ? 'POST' : method,
        // a port tells the length as well, and a service that is told none has to count it
        ...(bytes === undefined
          ? { headers }
          : { headers: { 'content-length': `${bytes.length}`, ...headers }, body: bytes }),
      });
      // no web request can be made by it, and a port takes it all the same
      if (method === 'TRACE') Object.defineProperty(asked, 'method', { value: method });
      const reply = await answerOf(await app.request(asked));
      return done(headers, signal?.aborted ? interrupted : reply);
    },
    strain: openStrain(30_000),
    count: () => count,
    close: () => {},
  };
}

const interrupted = { kind: 'none', reason: 'aborted', detail: 'the run was interrupted' } as const;

async function headersOf({ credentials = 'own', body, headers }: WireRequest, auth: Authentication) {
  const signer = signerOf(credentials);
  const own = signer === undefined ? {} : await auth.headers(signer);
  const placed = isMisplaced(credentials) ? misplace(own, credentials) : { headers: own, query: '' };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const all = Object.entries({ accept: 'application/json', ...type, ...placed.headers, ...headers });
  const kept = all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return { headers: Object.fromEntries(kept), query: placed.query };
}

async function answerOf(response: Response): Promise<WireAnswer> {
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  return { kind: 'answer', status: response.status, headers, text, truncated: false, json: parseJson(text) };
}
