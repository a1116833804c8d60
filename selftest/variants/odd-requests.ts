import { refuse } from '../../backend/refusal.ts';
import type { Change } from '../../backend/rules.ts';
import { type Front, type FrontCall, type FrontReply, isAction, jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';

const refused = (status: number, message: string): FrontReply =>
  jsonReply(status, { error: { message, code: `EVS.0${status}` } });

const page = (status: number, headers: Readonly<Record<string, string>> = {}): FrontReply => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: Buffer.from(`<html><body><h1>${status}</h1></body></html>`),
});

/** The depth to which brackets nest in a body, even in one that is not JSON. */
function depthOf(body: Buffer): number {
  let depth = 0;
  let most = 0;
  for (const byte of body) {
    if (byte === 0x5b || byte === 0x7b) depth += 1;
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

const isOdd = ({ body }: FrontCall): boolean => {
  const text = body.toString('latin1');
  return /[^\t\n\r\x20-\x7e]/.test(text) || /\\u0000|\\ud[89a-f]|\d{500}|\}\s*#/i.test(text) || depthOf(body) > 5;
};

/** Answers the bodies that `isOne` picks, in place of the service. */
const atBodies = (isOne: (call: FrontCall) => boolean, reply: FrontReply): Front => ({
  instead: (call) => (isAction(call) && call.method === 'POST' && isOne(call) ? reply : undefined),
});

const byMethod = (answer: (method: string) => FrontReply | undefined): Front => ({
  instead: (call) => (isAction(call) && call.method !== 'POST' ? answer(call.method) : undefined),
});

const parsing =
  (prepare: (text: string) => string): Change =>
  (rules) => ({
    parseBody: (text) => rules.parseBody(prepare(text)),
  });

/** The longest beginning that ends in a brace and is JSON. */
function jsonIn(text: string): string {
  for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
    try {
      JSON.parse(text.slice(0, end + 1));
      return text.slice(0, end + 1);
    } catch {}
  }
  return text;
}

/** As Python's `int` reads text. */
function integerIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^[+-]?\d+(_\d+)*$/.test(plain) ? Number(plain.replaceAll('_', '')) : undefined;
}

const strict: readonly Variant[] = [
  {
    id: 'json-only',
    summary: 'anything but application/json is refused with 415, and so is a body without a type or with a charset',
    front: {
      instead: (call, { headers }) =>
        isAction(call) && call.method === 'POST' && headers['content-type'] !== 'application/json'
          ? refused(415, 'send application/json')
          : undefined,
    },
  },
  {
    id: 'odd-bodies-refused',
    summary: 'control characters, what is not ASCII, deep nesting, long numbers and text behind the JSON get a 400',
    front: atBodies(isOdd, refused(400, 'the body is not as it should be')),
  },
  {
    id: 'empty-token-400',
    summary: 'an empty token is answered with 400, and a query that nobody knows too',
    front: {
      instead: (call, { headers }) =>
        headers['x-auth-token'] === '' || call.path.includes('?x-auth-token=')
          ? refused(400, 'the request is not well-formed')
          : undefined,
    },
  },
];

const lenient: readonly Variant[] = [
  {
    id: 'json-prefix-taken',
    summary: 'what follows the first whole JSON is passed over',
    departs: ['body.malformed'],
    backend: { change: parsing(jsonIn) },
  },
  {
    id: 'control-characters-dropped',
    summary: 'control characters and a byte order mark are dropped before the body is read',
    backend: { change: parsing((text) => text.replace(/[^\P{Cc}\t\n\r]|\ufeff/gu, '')) },
  },
  {
    id: 'lenient-text-accepted',
    summary: 'text counts as the number that the most lenient reader sees in it',
    backend: {
      change: (rules) => ({
        readSize: (body, text) => {
          const size = (body as { 'os-extend'?: { new_size?: unknown } } | null)?.['os-extend']?.new_size;
          const read = typeof size === 'string' ? integerIn(size) : undefined;
          return read ?? rules.readSize(body, text);
        },
      }),
    },
  },
  {
    id: 'bodies-after-the-fact',
    summary: 'odd bodies are accepted, and their jobs end in FAIL',
    backend: { change: failingAfter() },
  },
];

/** Accepts a body with a comment next to the size, and lets its job fail. */
function failingAfter(): Change {
  return (rules) => {
    let isDoomed = false;
    const doomed = new Set<string>();
    return {
      readSize(body, text) {
        isDoomed = text.includes('"comment":"') && !text.includes('"comment":"x"');
        return rules.readSize(body, text);
      },
      run(job, steps, context) {
        if (isDoomed) doomed.add(job.id);
        rules.run(job, steps, context);
      },
      grow(job, context) {
        if (!doomed.has(job.id)) rules.grow(job, context);
      },
      conclude(job, context) {
        rules.conclude(job, context);
        const ended = context.state.jobs.get(job.id);
        if (ended !== undefined && doomed.has(job.id))
          context.state.putJob({ ...ended, status: 'FAIL', failReason: 'not that' });
      },
    };
  };
}

const gateways: readonly Variant[] = [
  {
    id: 'closes-on-odd-bodies',
    summary: 'the connection is closed on bodies that are odd',
    front: {
      instead: (call, { socket }) => {
        if (isAction(call) && call.method === 'POST' && isOdd(call)) socket.destroy();
        return undefined;
      },
    },
  },
  ...[400, 403, 413, 431, 501, 502].map((status) => ({
    id: `odd-bodies-${status}`,
    summary: `a gateway answers odd bodies with ${status} and a page of its own`,
    front: atBodies(isOdd, page(status, { connection: 'close' })),
  })),
  {
    id: 'media-types-by-gateway',
    summary: 'a gateway answers other media types than JSON with 415 and a page of its own',
    front: {
      instead: (call, { headers }) =>
        isAction(call) && call.method === 'POST' && !/json/i.test(headers['content-type'] ?? '')
          ? page(415)
          : undefined,
    },
  },
  {
    id: 'long-bodies-413',
    summary: 'a gateway answers bodies of more than 1,000 bytes with 413 and a page of its own',
    front: atBodies(({ body }) => body.length > 1_000, page(413, { connection: 'close' })),
  },
  {
    id: 'token-in-query-414',
    summary: 'a gateway answers a query with 414',
    front: { instead: ({ path }) => (path.includes('?x-auth-token=') ? page(414) : undefined) },
  },
];

const methods: readonly Variant[] = [
  {
    id: 'methods-404',
    summary: 'other methods are answered as if there were no such path',
    front: byMethod(() => page(404)),
  },
  {
    id: 'methods-501',
    summary: 'other methods are answered with 501',
    front: byMethod(() => refused(501, 'not here')),
  },
  {
    id: 'methods-close',
    summary: 'on other methods than POST and GET the connection is closed',
    front: {
      instead: (call, { socket }) => {
        if (isAction(call) && !['POST', 'GET'].includes(call.method)) socket.destroy();
        return undefined;
      },
    },
  },
  {
    id: 'preflights-answered',
    summary: 'OPTIONS is answered with 204 and HEAD with 200',
    front: byMethod((method) =>
      method === 'OPTIONS' || method === 'HEAD'
        ? { status: method === 'HEAD' ? 200 : 204, headers: { allow: 'POST, OPTIONS' }, body: Buffer.alloc(0) }
        : undefined,
    ),
  },
  {
    id: 'methods-by-gateway',
    summary: 'a gateway answers other methods with 405, a page of its own and no Allow',
    departs: ['path.allow'],
    front: byMethod(() => page(405)),
  },
];

const lookUps: readonly Variant[] = [
  ...[400, 403, 410].map((status) => ({
    id: `unknown-job-${status}`,
    summary: `the look-up of an unknown job gets a ${status}`,
    backend: {
      change: () => ({
        answerUnknownJob: () => ({
          status,
          body: JSON.stringify({ error: { message: 'no such job', code: 'EVS.0404' } }),
          headers: { 'content-type': 'application/json' },
        }),
      }),
    },
  })),
  {
    id: 'look-ups-by-gateway',
    summary: 'a gateway answers look-ups without a token with 401 and a page of its own',
    front: {
      dress: (reply, call) => (reply.status === 401 && call.method === 'GET' ? page(401) : reply),
    },
  },
  {
    id: 'look-ups-hidden',
    summary: 'what is looked up without a token is said not to be there',
    backend: {
      change: () => ({
        denyLookUp: (denial) => (denial === undefined ? undefined : refuse('unknown', 'nothing here')),
      }),
    },
  },
];

/** Right servers that are strict, lenient or odd where no page decides. */
export const oddRequests: readonly Variant[] = [...strict, ...lenient, ...gateways, ...methods, ...lookUps];
