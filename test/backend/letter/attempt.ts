import { type BackendBench, type BackendReply, type Fields, fields, type VolumePlace } from '../bench.ts';

/** One extension and what came of it. */
export interface Attempt {
  readonly place: VolumePlace;
  readonly reply: BackendReply;
  readonly before: Fields;
  readonly after: Fields;
}

/** One sentence of the requirements, taken by the letter: says what is wrong with a service. */
export type Letter = (bench: BackendBench) => Promise<string | undefined>;

export const IN_USE: Fields = { status: 'in-use', servers: ['ACTIVE'] };
export const SHARED: Fields = { multiattach: true };

/** Long after every job, and after every change that comes late. */
export const SETTLED_MS = 2000;

/** Pauses between looks, in ms: short while a job runs, long while something late might still happen. */
export const PAUSES_MS = [...Array<number>(6).fill(4), ...Array<number>(4).fill(60), 2_000];

/** Sends `body` to a volume (a new one, if its wishes are given) and waits until all is quiet. */
export async function attempt(bench: BackendBench, volume: Fields | VolumePlace, body: string): Promise<Attempt> {
  const place = isPlace(volume) ? volume : await bench.setUp(volume);
  const before = await bench.read(place);
  const reply = await bench.extend(place, body);
  bench.clock.advance(SETTLED_MS);
  return { place, reply, before, after: await bench.read(place) };
}

/** Sends `body` to a new volume and looks at the answer only. */
export async function answer(bench: BackendBench, volume: Fields, body: string): Promise<BackendReply> {
  const reply = await bench.extend(await bench.setUp(volume), body);
  bench.clock.advance(SETTLED_MS);
  return reply;
}

/** A volume that has been extended from 60 to 100 GB before; undefined where that went wrong, which is another row. */
export async function grown(bench: BackendBench): Promise<VolumePlace | undefined> {
  const { place, after } = await attempt(bench, { size: 60 }, '{"os-extend":{"new_size":100}}');
  return after.size === 100 ? place : undefined;
}

/** Whether the answer lets the request through: a 2xx without an error, or with a job. */
export function isAccepted({ status, json, ...rest }: BackendReply): boolean {
  const body = fields({ status, json, ...rest });
  return status >= 200 && status < 300 && ((body.error ?? null) === null || (body.job_id ?? null) !== null);
}

const isPlace = (volume: Fields | VolumePlace): volume is VolumePlace => 'volume_id' in volume;

/** Complains about the first of several things that is not as it should be. */
export async function first<T>(items: readonly T[], complain: (item: T) => Promise<string | undefined>) {
  for (const item of items) {
    const complaint = await complain(item);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

/** Each body on a volume of its own must be accepted, or refused. */
export const all =
  (wanted: 'accepted' | 'refused', cases: readonly (readonly [Fields, string])[]): Letter =>
  (bench) =>
    first(cases, async ([volume, body]) => {
      const reply = await answer(bench, volume, body);
      const isRight = isAccepted(reply) === (wanted === 'accepted');
      return isRight ? undefined : `${reply.status} to ${body} on ${JSON.stringify(volume)}`;
    });
