import type { BackendOptions } from '../../../backend/backend.ts';
import { type BackendReply, createBench, pathOf, sized } from '../bench.ts';
import { attempt, first, isAccepted, type Letter, SETTLED_MS } from './attempt.ts';
import { hasEnvelope } from './response.ts';

const TOKENS = { one: 'a'.repeat(32) };
const WHOLE = sized(50);
const beside = (value: string): string => `{"os-extend":{"new_size":50},"more":${value}}`;

const BODIES = [
  beside('"\\u0000"'),
  beside('"\\ud800"'),
  beside('"😀"'),
  beside('"中文"'),
  beside('"\0"'),
  beside(`"${'\ufffd'}"`),
  beside(`${'['.repeat(1000)}${']'.repeat(1000)}`),
  `${'['.repeat(1000)}${WHOLE}${']'.repeat(1000)}`,
  `${WHOLE} # more`,
];
/** Nearly nothing is not greater than any size: to take it is another row's. */
const TINY = [sized('1e-10'), sized('5e-324')];

const TYPES = ['text/plain', 'application/json; charset=gbk', 'application/x-www-form-urlencoded', undefined];

const failed = (reply: BackendReply, what: string) => (reply.status >= 500 ? `${reply.status} to ${what}` : undefined);

/** Never a 500, and 50 GB where it was accepted. */
function complaintOf(reply: BackendReply, size: unknown, what: string): string | undefined {
  const failure = failed(reply, what);
  if (failure !== undefined) return failure;
  return isAccepted(reply) && size !== 50 ? `${String(size)} GB after ${what}` : undefined;
}

/** What no page speaks of, in requests of the extension. */
export const odd = {
  'body.robust': (bench) =>
    first([...BODIES, ...TINY], async (text) => {
      const { reply, after } = await attempt(bench, { size: 40 }, text);
      const what = text.slice(0, 80);
      return TINY.includes(text) ? failed(reply, what) : complaintOf(reply, after.size, what);
    }),
  'body.media-type': (bench) =>
    first(TYPES, async (type) => {
      const place = await bench.setUp({ size: 40 });
      const headers = type === undefined ? {} : { 'content-type': type };
      const reply = await bench.ask('POST', `${pathOf(place)}/action`, headers, new TextEncoder().encode(WHOLE));
      bench.clock.advance(SETTLED_MS);
      return complaintOf(reply, (await bench.read(place)).size, type ?? 'no type');
    }),
  'size.long-number': (bench) =>
    first([`1${'0'.repeat(9_999)}`, `50.${'0'.repeat(9_999)}`], async (size) => {
      const { reply, after } = await attempt(bench, { size: 40 }, sized(size));
      return complaintOf(reply, after.size, `${size.length} digits`);
    }),
} satisfies Record<string, Letter>;

/** The same of any operation: other methods, denials, and look-ups. `remove`: the request is a deletion. */
export const oddRequests = (options: BackendOptions, remove: boolean) =>
  ({
    'path.allow': (bench) =>
      first(remove ? ['PUT', 'OPTIONS', 'TRACE'] : ['PUT', 'GET', 'OPTIONS', 'TRACE'], async (method) => {
        const { status, allow } = await bench.ask(method, operationOf(remove, await bench.setUp()).path, {});
        if (status >= 500) return `${status} to ${method}`;
        const isNamed = allow?.includes(operationOf(remove).method) === true;
        return status === 405 && !isNamed ? `${method}: 405 with Allow ${allow}` : undefined;
      }),
    'auth.envelope': async () => {
      const bench = createBench({ ...options, tokens: TOKENS });
      const { method, path } = operationOf(remove, await bench.setUp());
      const reply = await bench.ask(method, path, {}, ...(remove ? [] : [WHOLE]));
      return reply.status === 401 && !hasEnvelope(reply) ? `401 ${reply.text}` : undefined;
    },
    'auth.look-up': async () => {
      const bench = createBench({ ...options, tokens: TOKENS });
      const place = await bench.setUp();
      const asked = operationOf(remove, place);
      const volume = await bench.send('GET', pathOf(place));
      if (isAccepted(volume)) return 'the volume is shown';
      const own = { 'x-auth-token': 'one' };
      const { json } = await bench.ask(asked.method, asked.path, own, ...(remove ? [] : [sized(20_001)]));
      const job = await bench.readJob(place, (json as { job_id?: unknown } | undefined)?.job_id);
      return isAccepted(job) ? 'the job is shown' : undefined;
    },
    'job.unknown': async (bench) => {
      const reply = await bench.readJob(await bench.setUp(), '99999999-0000-4000-8000-000000000000');
      return reply.status >= 400 && reply.status < 500 ? undefined : `${reply.status} ${reply.text}`;
    },
  }) satisfies Record<string, Letter>;

function operationOf(remove: boolean, place = { project_id: '', volume_id: '' }) {
  return remove ? { method: 'DELETE', path: pathOf(place) } : { method: 'POST', path: `${pathOf(place)}/action` };
}
