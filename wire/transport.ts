import type { ClientRequest } from 'node:http';
import supertest from 'supertest';
import { openAgents } from './agents.ts';
import type { Authentication, Headers } from './auth/auth.ts';
import { LoginError } from './auth/login-error.ts';
import { isMisplaced, misplace, signerOf } from './auth/misplaced.ts';
import { withoutCredentials, withToken } from './auth/token.ts';
import { bodyBytes } from './bytes.ts';
import { type Collector, collector } from './collector.ts';
import type { Exchange, NoAnswer, WireAnswer, WireRequest } from './exchange.ts';
import { type Bounds, ofAnswers } from './json.ts';
import { noAnswer } from './no-answer.ts';
import type { Environment } from './proxy.ts';
import { defaultWaitMs, openStrain, type Strain } from './strain.ts';
import type { TlsOptions } from './tls.ts';
import { whenAborted } from './when-aborted.ts';

export interface TransportOptions {
  /**
   * http(s) URL of the target, without credentials; its path is a prefix of every request's path, and stands alone if
   * that is empty.
   */
  readonly url: string;
  /** Short for an authentication by this token. */
  readonly token?: string | undefined;
  /** The way to show who sends the requests; without it, and without a token, they are anonymous. */
  readonly auth?: Authentication | undefined;
  /** Sent with every request, whatever its credentials. */
  readonly headers?: Headers | undefined;
  readonly tls?: TlsOptions | undefined;
  /** The environment with HTTPS_PROXY, HTTP_PROXY and NO_PROXY; without it there is no proxy. */
  readonly env?: Environment | undefined;
  /** The time limit of a whole exchange, in ms. */
  readonly timeoutMs: number;
  /** Whether connections are kept; by default they are, until one is lost. */
  readonly keepAlive?: boolean;
  /** The waiting for this server, shared by all that send to it; by default its own, with 30 s a request. */
  readonly strain?: Strain | undefined;
  /**
   * Ends every exchange under way and lets no other begin; they resolve as `aborted`. A request can have a signal of
   * its own.
   */
  readonly signal?: AbortSignal | undefined;
}

/** Other limits than the transport's own, for one request. */
export interface SendLimits {
  /** In ms. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The bounds for reading the answer, if they differ from those of documented answers. */
  readonly reads?: Bounds | undefined;
}

/** Sends requests exactly as spelled and resolves with the result. Never throws, whatever a server does. */
export interface Transport {
  readonly url: string;
  /** Its `secrets` are everything that this transport sends and must not show. */
  readonly auth: Authentication;
  send(request: WireRequest, limits?: SendLimits): Promise<Exchange>;
  /** Requests sent so far. */
  readonly count: () => number;
  /** The waiting for this server; kept here because all that send to the server share it. */
  readonly strain: Strain;
  close(): void;
}

/**
 * After this many new tokens in a row that were denied as well, a 401 is taken for the target's opinion of the request.
 */
const maxRenewalsInVain = 3;

const methods = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
  HEAD: 'head',
  OPTIONS: 'options',
  TRACE: 'trace',
} as const;

/** Opens a keep-alive transport to a target. Throws `ProxyError` where the environment names an unusable proxy. */
export function openTransport(options: TransportOptions): Transport {
  const url = options.url.replace(/\/+$/, '');
  const auth = options.auth ?? (options.token === undefined ? withoutCredentials() : withToken(options.token));
  const agents = openAgents(url, options.tls ?? {}, options.env ?? {});
  if (agents.proxy !== undefined) auth.secrets.add(decodeURIComponent(agents.proxy.password), '$PROXY_PASSWORD');
  let sockets = (options.keepAlive ?? true) ? agents.kept : agents.fresh;
  // not `supertest.agent`: its cookie jar would let one request change the next
  const client = supertest('');
  let count = 0;
  let inVain = 0;

  async function send(request: WireRequest, limits: SendLimits = {}): Promise<Exchange> {
    const first = await attempt(request, limits);
    if (!isDenied(first) || inVain >= maxRenewalsInVain) return first;
    // a 401 says that nothing was done, so the same request may be sent again
    try {
      if (!(await auth.renew(first.sent))) return first;
    } catch (error) {
      if (error instanceof LoginError) return first;
      throw error;
    }
    const second = await attempt(request, limits);
    inVain = isDenied(second) ? inVain + 1 : 0;
    return second;
  }

  async function attempt(request: WireRequest, limits: SendLimits): Promise<Exchange> {
    let full = request.path === '' ? options.url : `${url}${request.path}`;
    const signal = limits.signal ?? options.signal;
    const timeoutMs = limits.timeoutMs ?? options.timeoutMs;
    const whose = request.credentials ?? 'own';
    let sent: Headers = plainHeaders(request, options.headers);
    const done = (reply: Exchange['reply']): Exchange => ({ request, url: full, sent, reply });
    if (signal?.aborted) return done(interrupted);
    const misplaced = isMisplaced(whose) ? whose : undefined;
    const signer = signerOf(whose);
    let credentials: Headers = {};
    if (signer !== undefined) {
      try {
        credentials = await auth.headers(signer);
      } catch (error) {
        if (!(error instanceof LoginError)) throw error;
        return done(signal?.aborted ? interrupted : { kind: 'none', reason: 'login', detail: error.message });
      }
    }
    // a login takes a while
    if (signal?.aborted) return done(interrupted);
    sent = withDepartures(misplaced === undefined ? { ...sent, ...credentials } : sent, request.headers);
    if (signer !== undefined) {
      const headers = { ...sent, ...credentials };
      const unsigned = { method: request.method, url: full, headers, body: request.body ?? '' };
      const signature = auth.sign(unsigned, signer);
      const placed = misplaced && misplace({ ...credentials, ...signature }, misplaced);
      sent = { ...sent, ...(placed?.headers ?? signature) };
      full += placed?.query ?? '';
    }
    count += 1;
    const method = methods[request.method as keyof typeof methods];
    const reads = limits.reads ?? ofAnswers;
    const body = collector(reads);
    const test = client[method](full)
      .use(endsOnce)
      .on('request', ({ req }: { readonly req: ClientRequest }) => {
        // an option of `http.request`, which the client does not pass on; it is looked at once there is a socket
        Object.assign(req, { maxHeaderSize: reads.headerBytes });
        // an answer without a body, as to a HEAD, is never parsed
        req.once('response', body.begin);
      })
      .agent(sockets)
      .redirects(0)
      .ok(() => true)
      .timeout({ response: timeoutMs, deadline: timeoutMs })
      .maxResponseSize(reads.bytes)
      .buffer(true)
      .parse(body.parse)
      .set(sent);
    const callOff = whenAborted(signal, () => test.abort());
    try {
      // a body is sent verbatim: bytes with a JSON type are not serialised again
      await (request.body === undefined ? test : test.serialize(asItIs).send(bodyBytes(request.body)));
      return done(body.answer(false));
    } catch (error) {
      const reply = afterError(error, body, signal, agents.proxy);
      // some servers close connections that they promised to keep: from now on each request gets its own
      if (reply.kind === 'none' && reply.reason === 'reset') sockets = agents.fresh;
      return done(reply);
    } finally {
      callOff();
    }
  }

  const strain = options.strain ?? openStrain(defaultWaitMs);
  return { url, auth, send, count: () => count, strain, close: agents.close };
}

function isDenied({ request, reply }: Exchange): boolean {
  return (request.credentials ?? 'own') === 'own' && reply.kind === 'answer' && reply.status === 401;
}

function plainHeaders(request: WireRequest, own: Headers = {}): Headers {
  return {
    accept: 'application/json',
    // answers are small, and a person who checks the transcript can read them unpacked
    'accept-encoding': 'identity',
    'user-agent': 'evs-conformance',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...own,
  };
}

/** Headers with the changes and removals of a request. */
function withDepartures(headers: Headers, departures: WireRequest['headers'] = {}): Headers {
  const all = Object.entries({ ...headers, ...departures });
  return Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** The client's serialiser for a body of bytes. */
const asItIs = (body: unknown): string => body as string;

const interrupted: NoAnswer = { kind: 'none', reason: 'aborted', detail: 'the run was interrupted' };

function afterError(
  error: unknown,
  body: Collector,
  signal: AbortSignal | undefined,
  proxy: URL | undefined,
): WireAnswer | NoAnswer {
  if (signal?.aborted) return interrupted;
  // a body over the limit is still an answer: its status and beginning were seen
  if ((error as { code?: unknown }).code === 'ETOOLARGE') return body.answer(true);
  const reply = noAnswer(error);
  // the client looks up and dials the proxy, and the proxy dials the target
  const isProxys = proxy !== undefined && reply.reason === 'unreachable';
  return isProxys ? { ...reply, detail: `${reply.detail}, at the proxy ${proxy.host}` } : reply;
}

/** The parts of the HTTP client that end an exchange. */
interface ClientEnding {
  readonly called?: boolean;
  callback: (...ending: unknown[]) => void;
}

/**
 * An answer that breaks off can end twice; the client would report that on stderr, amid the vendor's output. The first
 * end counts. The function uses `this`: if it referred to its request, each request would be chained to the next one,
 * and all of them would outlive the young generation.
 */
function endsOnce(request: object): void {
  const client = request as ClientEnding;
  const { callback } = client;
  client.callback = function (this: ClientEnding, ...ending): void {
    if (this.called !== true) callback.apply(this, ending);
  };
}
