import { type BackendBench, type BackendReply, type Fields, fields, sized } from '../bench.ts';
import { answer, isAccepted, type Letter } from './attempt.ts';

export function hasEnvelope(reply: BackendReply): boolean {
  const error = fields(reply).error;
  if (typeof error !== 'object' || error === null) return false;
  return 'message' in error && typeof error.message === 'string' && 'code' in error && typeof error.code === 'string';
}

/** One well-formed request for each reason to refuse it. */
const REFUSED: readonly (readonly [Fields, string])[] = [
  ...['40', '-1', '32769', '1e400', '40.9'].map((size) => [{ size: 40 }, sized(size)] as const),
  ...['null', 'true', '[]', '{}', '"abc"', '"200"'].map((value) => [{ size: 40 }, sized(value)] as const),
  ...['{}', 'null', '{"os-extend":{}}', '{"os-extend":{"size":200}}'].map((text) => [{ size: 40 }, text] as const),
  [{ size: 40, status: 'error' }, sized(50)],
  [{ size: 40, status: 'in-use', servers: ['ACTIVE'], multiattach: true }, sized(50)],
  [{ size: 40, status: 'in-use', servers: ['ERROR'] }, sized(50)],
  // Accepted by those who do not mind the extra key.
  [{ size: 40 }, '{"os-extend":{"new_size":200,"more":1}}'],
];

const refusals = new WeakMap<BackendBench, readonly BackendReply[]>();

/** The refusals of a service, asked for once: five rows judge them. */
async function refusalsOf(bench: BackendBench): Promise<readonly BackendReply[]> {
  const known = refusals.get(bench);
  if (known) return known;
  const replies: BackendReply[] = [];
  for (const [volume, text] of REFUSED) replies.push(await answer(bench, volume, text));
  const refused = replies.filter((reply) => !isAccepted(reply));
  refusals.set(bench, refused);
  return refused;
}

const everyRefusal =
  (isRight: (reply: BackendReply) => boolean): Letter =>
  async (bench) => {
    const wrong = (await refusalsOf(bench)).find((reply) => !isRight(reply));
    return wrong && `${wrong.status} ${wrong.text}`;
  };

const success =
  (isRight: (reply: BackendReply) => boolean): Letter =>
  async (bench: BackendBench) => {
    const reply = await answer(bench, { size: 40 }, sized(50));
    return !isAccepted(reply) || isRight(reply) ? undefined : `${reply.status} ${reply.text}`;
  };

const both =
  (one: Letter, other: Letter): Letter =>
  async (bench) =>
    (await one(bench)) ?? (await other(bench));

export const absent = (reply: BackendReply, key: string): boolean => (fields(reply)[key] ?? null) === null;
export const isLabelled = (reply: BackendReply): boolean =>
  reply.json === undefined || /^application\/json/.test(reply.type ?? '');

export const response = {
  'response.success-status': success((reply) => reply.status === 200),
  'response.job-id': success((reply) => {
    const id = fields(reply).job_id;
    return typeof id === 'string' && id !== '';
  }),
  'response.error-status': everyRefusal((reply) => reply.status !== 200),
  'response.client-error': everyRefusal((reply) => reply.status >= 400 && reply.status < 500),
  'response.error-envelope': everyRefusal(hasEnvelope),
  'response.exclusive': both(
    everyRefusal((reply) => absent(reply, 'job_id')),
    success((reply) => absent(reply, 'error')),
  ),
  'response.media-type': both(everyRefusal(isLabelled), success(isLabelled)),
} satisfies Record<string, Letter>;
