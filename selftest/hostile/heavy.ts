import { type Front, type FrontCall, type FrontReply, isAction, jsonReply, reJson } from '../servers/front.ts';

/** The number of characters, or of small values: far more than anything documented, and less than a megabyte. */
const most = 900_000;

/** JSON that takes twenty times its length in memory, or that stays there as long as a part of it is held. */
const loads = {
  objects: `[${'{},'.repeat(most / 3 - 1)}{}]`,
  numbers: `[${'0,'.repeat(most / 2 - 1)}0]`,
  text: JSON.stringify('x'.repeat(most)),
} as const;

/** A set-up beyond the limit of reading would leave its volume behind. */
const heavySetUp = `[${'{},'.repeat(20_000)}{}]`;

let told = 0;
/** Members that no other answer has, because engines share the shapes of similar objects. */
function members(count: number): string {
  told += 1;
  const named = Array.from({ length: count }, (_, at) => `"m${told}-${at}":${at}`);
  return `{${named.join(',')}}`;
}

const manyMembers = members(60_000);
const manyHeaders = Object.fromEntries(Array.from({ length: 1_500 }, (_, at) => [`h${at}`, '1']));

/** Answers just within the limits of reading, in values and in bytes. */
const nearlyTooMany = (): string => members(1_400);
const nearlyTooLong = JSON.stringify('\u4e2d'.repeat(20_000));

/** The JSON object of an answer, with one more member. */
function beside(reply: FrontReply, load: string): FrontReply {
  const text = reply.body.toString().trimEnd();
  return { ...reply, body: Buffer.from(`${text.slice(0, -1)},"more":${load}}`) };
}

const isExtension = (call: FrontCall): boolean => call.method === 'POST' && isAction(call);
const isRefusal = (reply: FrontReply, call: FrontCall): boolean => isExtension(call) && reply.status >= 400;
const isJob = ({ path }: FrontCall): boolean => path.includes('/jobs/');
const isDetail = (reply: FrontReply, call: FrontCall): boolean =>
  call.method === 'GET' && reply.status === 200 && !isJob(call);

const when = (is: (reply: FrontReply, call: FrontCall) => boolean, load: () => string): Front => ({
  dress: (reply, call) => (is(reply, call) ? beside(reply, load()) : reply),
});

/** A volume's name and an attribute are compared, so they are held in memory. */
const inDetails = (load: () => string): Front => ({
  dress: (reply, call) =>
    isDetail(reply, call)
      ? reJson(reply, ({ volume }) => ({ volume: { ...(volume as object), metadata: JSON.parse(load()) as unknown } }))
      : reply,
});

/** Servers whose answers need much memory: well-formed, but far from anything documented. */
export const heavy: Readonly<Record<string, readonly [string, Front]>> = {
  'objects-alone': [
    'refusals of 300,000 empty objects',
    { dress: (reply, call) => (isRefusal(reply, call) ? { ...reply, body: Buffer.from(loads.objects) } : reply) },
  ],
  'objects-beside': ['300,000 empty objects beside the envelope of a refusal', when(isRefusal, () => loads.objects)],
  'numbers-beside': ['450,000 numbers beside the envelope of a refusal', when(isRefusal, () => loads.numbers)],
  'text-beside': ['a text of 900 KB beside the envelope of a refusal', when(isRefusal, () => loads.text)],
  'members-beside': ['60,000 members beside the envelope', when(isRefusal, () => manyMembers)],
  'heavy-success': [
    '300,000 empty objects beside a job id',
    when(
      (reply, call) => isExtension(call) && reply.status === 200,
      () => loads.objects,
    ),
  ],
  'heavy-jobs': [
    '300,000 empty objects in every job',
    when(
      (reply, call) => isJob(call) && reply.status === 200,
      () => loads.objects,
    ),
  ],
  'heavy-details': ['60,000 members in the metadata of every volume', inDetails(() => manyMembers)],
  'nearly-too-many': ['1,400 members in the metadata of every volume', inDetails(nearlyTooMany)],
  'nearly-too-long': ['60 KB of text in the metadata of every volume', inDetails(() => nearlyTooLong)],
  'heavy-state': [
    'a state of 50 KB in every job',
    {
      dress: (reply, call) =>
        isJob(call) && reply.status === 200 ? reJson(reply, (job) => ({ ...job, status: 'S'.repeat(50_000) })) : reply,
    },
  ],
  'most-headers': [
    'as many headers as the client takes',
    {
      dress: (reply) => ({
        ...reply,
        headers: { ...reply.headers, ...manyHeaders },
      }),
    },
  ],
  'heavy-hook': [
    'a hook whose reasons have 900 KB, and its volumes 20,000 objects beside them',
    {
      async hook(call, ask) {
        if (call.body.includes('"in-use"')) return jsonReply(422, { reason: 'x'.repeat(most) });
        return beside(await ask(call.body), heavySetUp);
      },
    },
  ],
};
