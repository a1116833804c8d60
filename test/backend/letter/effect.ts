import { type BackendBench, fields, sized } from '../bench.ts';
import { type Attempt, attempt, first, grown, IN_USE, isAccepted, type Letter, SHARED } from './attempt.ts';
import { STEADY, serversOf } from './kept.ts';
import { BAD_SERVERS } from './state.ts';

/** What is wrong with the size that an accepted extension to `asked` GB led to. */
async function complainOfSize(bench: BackendBench, { reply, place, before, after }: Attempt, asked: string) {
  if (!isAccepted(reply)) return undefined;
  const id = fields(reply).job_id;
  const looks = [await bench.readJob(place, id), await bench.readJob(place, id)];
  if (looks.some((look) => fields(look).status === 'FAIL'))
    return after.size === before.size ? undefined : 'grew beside a job that failed';
  return after.size === Math.trunc(Number(asked)) ? undefined : `${asked} became ${after.size}`;
}

/** What a volume that has refused many says to a valid request, where it is none of its business any more. */
async function lockedBy(bench: BackendBench): Promise<string | undefined> {
  const place = await bench.setUp({ size: 40 });
  for (let times = 0; times < 10; times += 1) await attempt(bench, place, sized(30));
  const { reply } = await attempt(bench, place, sized(32_768));
  return reply.status !== 403 ? undefined : `${reply.status} ${reply.text}`;
}

export const effect = {
  'effect.size': async (bench) =>
    (await first(['116', '500', '201', '200.9', '200.5', '200.9999999999', '20000'], async (asked) =>
      complainOfSize(bench, await attempt(bench, { size: 40 }, sized(asked)), asked),
    )) ??
    first([{ size: 40, ...IN_USE }, { size: 40, ...SHARED }, grown], async (volume) => {
      const target = typeof volume === 'function' ? await volume(bench) : volume;
      return target && complainOfSize(bench, await attempt(bench, target, sized(120)), '120');
    }),
  'effect.absolute': async (bench) => {
    const once = await attempt(bench, { size: 60 }, sized(100));
    if (once.after.size === 160) return '100 was added to 60';
    if (once.after.size !== 100) return undefined;
    const { reply, after } = await attempt(bench, once.place, sized(150));
    return !isAccepted(reply) || after.size === 150 ? undefined : `60 → 100 → 150 ended at ${after.size}`;
  },
  'effect.refusal': async (bench) =>
    (await lockedBy(bench)) ??
    first(
      [
        ...['40', '30', '40000', '"abc"', 'null'].flatMap((asked) =>
          [{}, IN_USE].map((more) => [{ size: 40, ...more }, sized(asked)] as const),
        ),
        [{ size: 40, ...IN_USE, multiattach: true }, sized(50)] as const,
        ...BAD_SERVERS.map((servers) => [{ size: 40, status: 'in-use', servers }, sized(50)] as const),
      ],
      async ([volume, body]) => {
        const { reply, before, after } = await attempt(bench, volume, body);
        const isSame = before.size === after.size && before.status === after.status;
        return isAccepted(reply) || isSame ? undefined : `${JSON.stringify(after)} after ${body}`;
      },
    ),
  'effect.one-volume': async (bench) => {
    await bench.setUp({ size: 40 });
    const target = await bench.setUp({ size: 40 });
    await bench.setUp({ size: 45 });
    const others = (): string =>
      JSON.stringify([...bench.state.volumes.values()].filter(({ id }) => id !== target.volume_id));
    const before = others();
    await attempt(bench, target, sized(40_000));
    await attempt(bench, target, sized(50));
    return others() === before ? undefined : others();
  },
  'effect.attributes': (bench) =>
    first([{}, IN_USE, SHARED], async (more) => {
      const { before, after } = await attempt(bench, { size: 40, ...more }, sized(50));
      const changed = STEADY.find((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
      if (changed !== undefined) return `${changed} became ${JSON.stringify(after[changed])}`;
      if (JSON.stringify(serversOf(before)) !== JSON.stringify(serversOf(after))) return 'other servers are attached';
      return before.status === after.status ? undefined : `the volume is ${after.status}`;
    }),
} satisfies Record<string, Letter>;
