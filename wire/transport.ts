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
  /** http(s) URL of the target, without credentials; a path in it is a prefix of every request's, and stands alone for an empty one. */
  readonly url: string;
  /** Short for an authentication by this token. */
  readonly token?: string | undefined;
  /** How requests show who sends them; without it, and without a token, they do not. */
  readonly auth?: Authentication | undefined;
  /** Sent along with every request, whatever its credentials are. */
  readonly headers?: Headers | undefined;
  readonly tls?: TlsOptions | undefined;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up; without it there is no proxy. */
  readonly env?: Environment | undefined;
  /** A whole exchange may take so long, in ms. */
  readonly timeoutMs: number;
  /** Whether connections are kept; by default they are, until one is lost. */
  readonly keepAlive?: boolean;
  /** Of the server, shared by all who ask it; by default its own, with 30 s a request. */
  readonly strain?: Strain | undefined;
  /** Ends every exchange under way and lets out no other; they come back as `aborted`. One request can have its own. */
  readonly signal?: AbortSignal | undefined;
}

/** Departures from the transport's own limits, for one request. */
export interface SendLimits {
  /** In ms. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How much of the answer is read, where that is not what one of the documentation may have. */
  readonly reads?: Bounds | undefined;
}

/** Sends requests exactly as spelled and says what came back. Never throws for anything a server does. */
export interface Transport {
  readonly url: string;
  /** Its `secrets` are all that this transport sends and must not be seen. */
  readonly auth: Authentication;
  send(request: WireRequest, limits?: SendLimits): Promise<Exchange>;
  /** Requests sent so far. */
  readonly count: () => number;
  /** How this server is waited for; kept here because it is the server's, whoever asks. */
  readonly strain: Strain;
  close(): void;
}

/** After so many new tokens in a row that were denied as well, a 401 is taken for what the target thinks of the request. */
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
    // a 401 says that nothing was done, so that the same request may go again
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
        // what has no body, as the answer to a HEAD, is never parsed
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
      // some servers close connections that they said they would keep: from now on each request gets its own
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
    // answers are small, and what is not packed can be read by whoever checks the transcript
    'accept-encoding': 'identity',
    'user-agent': 'evs-conformance',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...own,
  };
}

/** Headers with what a request changes of them, and without what it takes away. */
function withDepartures(headers: Headers, departures: WireRequest['headers'] = {}): Headers {
  const all = Object.entries({ ...headers, ...departures });
  return Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** What the client has for a body of bytes. */
const asItIs = (body: unknown): string => body as string;

const interrupted: NoAnswer = { kind: 'none', reason: 'aborted', detail: 'the run was interrupted' };

function afterError(
  error: unknown,
  body: Collector,
  signal: AbortSignal | undefined,
  proxy: URL | undefined,
): WireAnswer | NoAnswer {
  if (signal?.aborted) return interrupted;
  // a body over the limit is an answer all the same: its status and beginning were seen
  if ((error as { code?: unknown }).code === 'ETOOLARGE') return body.answer(true);
  const reply = noAnswer(error);
  // it is the proxy that is looked up and dialled, and the proxy dials the target
  const isProxys = proxy !== undefined && reply.reason === 'unreachable';
  return isProxys ? { ...reply, detail: `${reply.detail}, at the proxy ${proxy.host}` } : reply;
}

/** What of the HTTP client ends an exchange. */
interface ClientEnding {
  readonly called?: boolean;
  callback: (...ending: unknown[]) => void;
}

/**
 * An answer that breaks off can end twice: the client says so on stderr, amid what the vendor reads. The first end counts.
 * Asks `this`: a function that refers to its request chains each to the next one, which outlive the young generation so.
 */
function endsOnce(request: object): void {
  const client = request as ClientEnding;
  const { callback } = client;
  client.callback = function (this: ClientEnding, ...ending): void {
    if (this.called !== true) callback.apply(this, ending);
  };
}
