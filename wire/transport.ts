import { setMaxListeners } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { gunzipSync } from 'node:zlib';
import supertest from 'supertest';
import type { Exchange, NoAnswer, WireAnswer, WireRequest } from './exchange.ts';
import { parseJson } from './json.ts';
import { noAnswer } from './no-answer.ts';

export interface TransportOptions {
  /** http(s) URL of the target, without credentials; a path in it is a prefix of every request's, and stands alone for an empty one. */
  readonly url: string;
  /** Sent as X-Auth-Token. */
  readonly token?: string | undefined;
  /** A whole exchange may take so long, in ms. */
  readonly timeoutMs: number;
  /** Whether connections are kept; by default they are, until one is lost. */
  readonly keepAlive?: boolean;
  /** Ends every exchange under way and lets out no other; they come back as `aborted`. One request can have its own. */
  readonly signal?: AbortSignal | undefined;
}

/** Departures from the transport's own limits, for one request. */
export interface SendLimits {
  /** In ms. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests exactly as spelled and says what came back. Never throws for anything a server does. */
export interface Transport {
  readonly url: string;
  readonly token: string | undefined;
  send(request: WireRequest, limits?: SendLimits): Promise<Exchange>;
  /** Requests sent so far. */
  readonly count: () => number;
  /** How often this server has been waited for in vain; kept here because it is the server's, whoever asks. */
  readonly strain: { inVain: number };
  close(): void;
}

/** Answers are read up to this many bytes: documented ones have some hundred. */
const maxBytes = 1024 * 1024;

/** Not a token anyone has: shaped like one, so that it is refused for being wrong and not for being malformed. */
const wrongToken = 'gAAAAABconformance-wrong-token-0000000000000000';

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete', HEAD: 'head' } as const;

/** Opens a keep-alive transport to a target. */
export function openTransport(options: TransportOptions): Transport {
  const url = options.url.replace(/\/+$/, '');
  const module = url.startsWith('https:') ? https : http;
  const fresh = new module.Agent({ keepAlive: false, maxSockets: 64 });
  const kept = new module.Agent({ keepAlive: true, maxSockets: 64 });
  let sockets = (options.keepAlive ?? true) ? kept : fresh;
  // not `supertest.agent`: its cookie jar would let one request change the next
  const client = supertest('');
  // every request under way listens to it
  if (options.signal !== undefined) setMaxListeners(0, options.signal);
  let count = 0;

  async function send(request: WireRequest, limits: SendLimits = {}): Promise<Exchange> {
    const full = request.path === '' ? options.url : `${url}${request.path}`;
    const sent = headersOf(request, options.token);
    const signal = limits.signal ?? options.signal;
    const timeoutMs = limits.timeoutMs ?? options.timeoutMs;
    if (signal?.aborted) return { request, url: full, sent, reply: interrupted };
    count += 1;
    const method = methods[request.method as keyof typeof methods];
    const body = collector();
    const test = client[method](full)
      .use(endsOnce)
      .agent(sockets)
      .redirects(0)
      .ok(() => true)
      .timeout({ response: timeoutMs, deadline: timeoutMs })
      .maxResponseSize(maxBytes)
      .buffer(true)
      .parse(body.parse)
      .set(sent);
    const abort = (): void => {
      test.abort();
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      // a body is sent verbatim: a string with a JSON type is not serialised again
      await (request.body === undefined ? test : test.send(request.body));
      return { request, url: full, sent, reply: body.answer(false) };
    } catch (error) {
      const reply = afterError(error, body, signal);
      // some servers close connections that they said they would keep: from now on each request gets its own
      if (reply.kind === 'none' && reply.reason === 'reset') sockets = fresh;
      return { request, url: full, sent, reply };
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }
  function close(): void {
    kept.destroy();
    fresh.destroy();
  }
  return { url, token: options.token, send, count: () => count, strain: { inVain: 0 }, close };
}

function headersOf(request: WireRequest, token: string | undefined): Record<string, string> {
  const credentials = request.credentials ?? 'own';
  const value = credentials === 'own' ? token : credentials === 'wrong' ? wrongToken : undefined;
  return {
    accept: 'application/json',
    // answers are small, and what is not packed can be read by whoever checks the transcript
    'accept-encoding': 'identity',
    'user-agent': 'evs-conformance',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(value === undefined ? {} : { 'x-auth-token': value }),
    ...request.headers,
  };
}

const interrupted: NoAnswer = { kind: 'none', reason: 'aborted', detail: 'the run was interrupted' };

function afterError(error: unknown, body: Collector, signal: AbortSignal | undefined): WireAnswer | NoAnswer {
  if (signal?.aborted) return interrupted;
  // a body over the limit is an answer all the same: its status and beginning were seen
  if ((error as { code?: unknown }).code === 'ETOOLARGE') return body.answer(true);
  return noAnswer(error);
}

/** An answer that breaks off can end twice: the client says so on stderr, amid what the vendor reads. The first end counts. */
function endsOnce(request: object): void {
  const client = request as { called?: boolean; callback: (...ending: unknown[]) => void };
  const { callback } = client;
  client.callback = (...ending) => {
    if (client.called !== true) callback.apply(client, ending);
  };
}

interface Collector {
  readonly parse: (response: unknown, done: (error: Error | null, body: unknown) => void) => void;
  readonly answer: (truncated: boolean) => WireAnswer;
}

/** Gathers the raw text: a body that is no JSON must not reject, and duplicate keys must not get lost. */
function collector(): Collector {
  const chunks: Buffer[] = [];
  let message: http.IncomingMessage | undefined;
  return {
    parse(response, done) {
      message = response as http.IncomingMessage;
      message.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)));
      message.on('end', () => done(null, undefined));
    },
    answer(truncated) {
      const text = unpacked(Buffer.concat(chunks), message?.headers['content-encoding'])
        .subarray(0, maxBytes)
        .toString('utf8');
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(message?.headers ?? {})) headers[name] = String(value);
      const json = truncated ? undefined : parseJson(text);
      return { kind: 'answer', status: message?.statusCode ?? 0, headers, text, truncated, json };
    },
  };
}

/** `x-gzip` is gzip (RFC 9110, 8.4.1.3); the client unpacks the other codings and not this name. */
function unpacked(bytes: Buffer, coding: string | undefined): Buffer {
  if (coding?.toLowerCase() !== 'x-gzip') return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    return bytes;
  }
}
