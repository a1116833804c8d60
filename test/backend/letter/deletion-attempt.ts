import { type BackendBench, fields, type VolumePlace } from '../bench.ts';

/** Ids that name nothing. */
export const UNKNOWN = ['99999999-0000-4000-8000-000000000000', 'nonsense'];

/** Long after every job, and after every change that comes late. */
export const SETTLED_MS = 5_000;

/** Whether nobody would call the volume there any more. */
export const isGone = async (bench: BackendBench, place: VolumePlace): Promise<boolean> => {
  const { status } = await bench.read(place, 'one');
  return status === undefined || String(status).startsWith('delet');
};

/** A deletion of a new volume, and what came of it. */
export async function remove(bench: BackendBench) {
  const place = await bench.setUp({ size: 40 });
  const reply = await bench.remove(place);
  return { place, reply, job: fields(reply).job_id };
}
