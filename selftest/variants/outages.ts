import { type FrontCall, type FrontReply, isAction, jsonReply, plainly } from '../servers/front.ts';
import type { Variant } from './variant.ts';

const isLookUp = ({ method }: FrontCall): boolean => method === 'GET';
const isJob = ({ path }: FrontCall): boolean => path.includes('/jobs/');
const volumeOf = ({ path }: FrontCall): string => /cloudvolumes\/([^/]+)/.exec(path)?.[1] ?? '';

const page = (status: number): FrontReply => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(`<h1>${status}</h1>`),
});

/**
 * Whether now is within the first `ms` of a period of `each` ms, counted from the first request; never in the first
 * second.
 */
function outage(ms: number, each: number): () => boolean {
  let start: number | undefined;
  return () => {
    start ??= Date.now();
    const passed = Date.now() - start;
    return passed > 1_000 && passed % each < ms;
  };
}

const during = (is: () => boolean, concerns: (call: FrontCall) => boolean, reply: FrontReply) => ({
  instead: (call: FrontCall) => (is() && concerns(call) ? reply : undefined),
});

/** Whether a call is a look-up of every `nth` volume, after `from` look-ups of that volume. */
function some(nth: number, from: number): (call: FrontCall) => boolean {
  const looks = new Map<string, number>();
  return (call) => {
    const id = volumeOf(call);
    if (!isLookUp(call) || isJob(call) || id === '') return false;
    looks.set(id, (looks.get(id) ?? 0) + 1);
    return [...looks.keys()].indexOf(id) % nth === nth - 1 && (looks.get(id) ?? 0) > from;
  };
}

/** Right servers behind a gateway that answers in their place for a while, or too late. */
export const outages: readonly Variant[] = [
  {
    id: 'look-ups-by-502-in-series',
    summary: 'for half a second out of three every look-up is answered with 502',
    front: during(outage(500, 3_000), isLookUp, page(502)),
  },
  {
    id: 'look-ups-by-504-for-long',
    summary: 'for two seconds out of six every look-up is answered with 504',
    front: during(outage(2_000, 6_000), isLookUp, page(504)),
  },
  {
    id: 'jobs-by-503-for-long',
    summary: 'for two seconds out of six every look-up of a job is answered with 503',
    front: during(outage(2_000, 6_000), isJob, page(503)),
  },
  {
    id: 'look-ups-by-500-in-series',
    summary: 'for half a second out of three every look-up ends in a 500',
    front: during(outage(500, 3_000), isLookUp, jsonReply(500, { error: { message: 'try again', code: 'X' } })),
  },
  ...[
    { status: 403, what: 'a gateway forbids every look-up', reply: page(403) },
    {
      status: 400,
      what: 'every look-up is answered with 400, for there were too many',
      reply: jsonReply(400, { error: { code: 'Throttling', message: 'too many' } }),
    },
  ].map(({ status, what, reply }) => ({
    id: `look-ups-by-${status}-in-passing`,
    summary: `for 600 ms out of four seconds ${what}`,
    front: during(outage(600, 4_000), isLookUp, reply),
  })),
  {
    id: 'forbidden-volume',
    summary: 'one volume in ten may not be looked up any more after five times',
    front: {
      instead: (() => {
        const isForbidden = some(10, 5);
        return (call: FrontCall) =>
          isForbidden(call) ? jsonReply(403, { error: { code: 'X', message: 'not yours' } }) : undefined;
      })(),
    },
  },
  {
    id: 'late-answers',
    summary: 'the answer to one extension in forty comes after the time for it is over',
    limits: { requestMs: 500 },
    front: {
      async write(reply, response, call) {
        if (isAction(call) && call.count % 40 === 39) await new Promise((done) => setTimeout(done, 800));
        plainly(reply, response);
      },
    },
  },
];
