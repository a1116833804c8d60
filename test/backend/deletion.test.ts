import { expect, test } from 'vitest';
import { createBench, fields, pathOf, sized, type VolumePlace } from './bench.ts';

const listed = async (bench: ReturnType<typeof createBench>, place: VolumePlace): Promise<boolean> =>
  (await bench.send('GET', `/v2/${place.project_id}/cloudvolumes/detail`)).text.includes(place.volume_id);

test('a deletion runs from INIT by RUNNING to SUCCESS; the volume is deleting, and then not found and not listed', async () => {
  const bench = createBench({ jobDelayMs: 10 });
  const place = await bench.setUp();
  const { job_id } = fields(await bench.remove(place));
  const job = async () => fields(await bench.readJob(place, job_id));
  expect(await job()).toMatchObject({ status: 'INIT', job_type: 'deleteVolume', end_time: null });
  expect(await bench.read(place)).toMatchObject({ status: 'deleting' });
  bench.clock.advance(5);
  expect(await job()).toMatchObject({ status: 'RUNNING' });
  expect(await listed(bench, place)).toBe(true);
  bench.clock.advance(5);
  expect(await job()).toMatchObject({ status: 'SUCCESS', entities: { volume_id: place.volume_id } });
  expect((await bench.send('GET', pathOf(place))).status).toBe(404);
  expect(await listed(bench, place)).toBe(false);
});

test.each(['creating', 'deleting', 'extending'])('a volume that is %s is not deleted', async (status) => {
  const bench = createBench();
  const place = await bench.setUp({ status });
  expect(await bench.remove(place)).toMatchObject({ status: 400, json: { error: { code: 'EVS.2001' } } });
  bench.clock.advance(1_000);
  expect(await bench.read(place)).toMatchObject({ status });
});

test('a volume that is about to go takes no extension', async () => {
  const bench = createBench();
  const place = await bench.setUp({ size: 40 });
  await bench.remove(place);
  expect((await bench.extend(place, sized(50))).status).toBe(400);
  bench.clock.advance(1_000);
  expect((await bench.extend(place, sized(50))).status).toBe(404);
});

test('whoever takes the volume away meanwhile does not bring it back, and the job ends all the same', async () => {
  const bench = createBench();
  const place = await bench.setUp();
  const { job_id } = fields(await bench.remove(place));
  await bench.hook({ state: 'volume', action: 'teardown', params: place });
  bench.clock.advance(1_000);
  expect(bench.state.volumes.size).toBe(0);
  expect(fields(await bench.readJob(place, job_id)).status).toBe('SUCCESS');
});
