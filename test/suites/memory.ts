import type { Hono } from 'hono';
import type { BackendClock as ServiceClock } from '../../backend/clock.ts';
import type { Reach } from '../../targets/open.ts';
import type { Authentication } from '../../wire/auth/auth.ts';
import { withoutCredentials, withToken } from '../../wire/auth/token.ts';
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
      const full = `${url}${request.path}`;
      const done = (sent: Exchange['sent'], reply: Exchange['reply']) => ({ request, url: full, sent, reply });
      if (signal?.aborted) return done({}, interrupted);
      const sent = await headersOf(request, auth);
      count += 1;
      const { method, body } = request;
      const reply = await answerOf(
        await app.request(full, { method, headers: sent, ...(body !== undefined && { body }) }),
      );
      return done(sent, signal?.aborted ? interrupted : reply);
    },
    strain: openStrain(30_000),
    count: () => count,
    close: () => {},
  };
}

const interrupted = { kind: 'none', reason: 'aborted', detail: 'the run was interrupted' } as const;

async function headersOf({ credentials = 'own', body, headers }: WireRequest, auth: Authentication) {
  const own = credentials === 'none' ? {} : await auth.headers(credentials);
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return { accept: 'application/json', ...type, ...own, ...headers };
}

async function answerOf(response: Response): Promise<WireAnswer> {
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  return { kind: 'answer', status: response.status, headers, text, truncated: false, json: parseJson(text) };
}
