import { type BackendBench, type Fields, fields, sized, type VolumePlace } from '../bench.ts';
import { attempt, first, grown, IN_USE, isAccepted, type Letter, PAUSES_MS } from './attempt.ts';

const STATES = ['INIT', 'RUNNING', 'SUCCESS', 'FAIL'];
const isEnd = (status: unknown): boolean => status === 'SUCCESS' || status === 'FAIL';

interface JobLook {
  readonly status: unknown;
  readonly volume: Fields;
}

/** The job and the volume, looked at again and again for a quarter of a second. */
async function watch(bench: BackendBench, place: VolumePlace, id: unknown): Promise<JobLook[]> {
  const seen: JobLook[] = [];
  for (const pause of PAUSES_MS) {
    const status = fields(await bench.readJob(place, id)).status;
    seen.push({ status, volume: await bench.read(place) });
    bench.clock.advance(pause);
  }
  return seen;
}

export const job = {
  'job.reachable': async (bench) => {
    const one = await attempt(bench, { size: 60 }, sized(100));
    if (!isAccepted(one.reply)) return undefined;
    const two = await attempt(bench, one.place, sized(150));
    const [id, next] = [one, two].map(({ reply }) => fields(reply).job_id);
    if (isAccepted(two.reply) && id === next) return 'two extensions have one job';
    const other = await attempt(bench, { size: 60 }, sized(100));
    if (fields(other.reply).job_id === id) return 'extensions of two volumes have one job';
    const found = await bench.readJob(one.place, id);
    if (found.status !== 200 || fields(found).job_id !== String(id)) return `${found.status} ${found.text}`;
    return isEnd(fields(found).status) ? undefined : `ends as ${fields(found).status}`;
  },
  'job.vocabulary': async (bench) => {
    const place = await bench.setUp({ size: 60 });
    const reply = await bench.extend(place, sized(100));
    const looks = await watch(bench, place, fields(reply).job_id);
    // What comes later must not change what was said of this one.
    await bench.extend(place, sized(150));
    await bench.extend(await bench.setUp(), sized(150));
    looks.push(...(await watch(bench, place, fields(reply).job_id)));
    const statuses = looks.map(({ status }) => status).filter((status) => status !== undefined);
    const stranger = statuses.find((status) => !STATES.includes(String(status)));
    if (stranger !== undefined) return `status ${stranger}`;
    const end = statuses.findIndex(isEnd);
    return end < 0 || statuses.slice(end).every((status) => status === statuses[end]) ? undefined : 'goes back';
  },
  'job.truthful': (bench) =>
    first([{ size: 40 }, { size: 40, ...IN_USE }, grown], async (volume) => {
      const place = typeof volume === 'function' ? await volume(bench) : await bench.setUp(volume);
      if (!place) return undefined;
      // Another extension is under way: its end must not pass for this one's.
      await bench.extend(await bench.setUp(), sized(100));
      bench.clock.advance(2);
      const reply = await bench.extend(place, sized(20001));
      const looks = await watch(bench, place, fields(reply).job_id);
      const success = looks.find(({ status }) => status === 'SUCCESS');
      return !success || success.volume.size === 20001 ? undefined : `SUCCESS at ${success.volume.size}`;
    }),
} satisfies Record<string, Letter>;
