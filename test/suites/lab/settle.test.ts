import { describe, expect, test } from 'vitest';
import { type Extension, settle } from '../../../suites/lab/settle.ts';
import { reading, runAt, runOn, type Scene } from './fake.ts';

const extension: Extension = {
  check: 'effect.size',
  volume: { project: 'p', id: 'v' },
  before: reading(10),
  history: [10],
  expected: 20,
  job: 'j',
  step: { check: 'effect.size', ordinal: 1 },
  until: 'size',
  proving: [],
};

const turns = (ms: number, then: number) => (now: number) => (now < ms ? 10 : then);
const jobEnding = (ms: number, word: string) => (now: number) => (now < ms ? 'RUNNING' : word);
const ending = async (scene: Scene, how: Partial<Extension> = {}, run = runAt(scene)) =>
  (await settle(run, { ...extension, ...how })).ending;

describe('an extension', () => {
  test.each([0, 5, 900, 1_600])('that shows after %i ms, within the limit of 2000, is as asked', async (ms) => {
    for (const until of ['size', 'state', 'job'] as const) {
      expect(await ending({ size: turns(ms, 20), job: jobEnding(ms, 'SUCCESS') }, { until })).toBe('as-asked');
      expect(await ending({ size: turns(ms, 20) }, { until, job: undefined })).toBe('as-asked');
    }
  });

  test('that never shows is unchanged, and only after the whole limit', async () => {
    const run = runAt({ size: () => 10, job: () => 'SUCCESS' });
    const start = run.clock.now();
    expect(await ending({ size: () => 10 }, {}, run)).toBe('unchanged');
    expect(run.clock.now() - start).toBeGreaterThanOrEqual(2_000);
  });

  test('that is slow once others were waited for in vain is given up, and proves nothing; a proof waits all the same', async () => {
    const scene = { size: turns(1_600, 20) };
    const run = runAt(scene);
    run.patience.inVain('size', 100);
    expect(await ending(scene, {}, run)).toBe('given-up');
    const proving = runAt(scene);
    proving.patience.inVain('size', 100);
    expect(await ending(scene, { proving: ['size'] }, proving)).toBe('as-asked');
  });

  test('that leaves a third size has ended otherwise, once that has stood', async () => {
    expect(await ending({ size: turns(30, 21), job: jobEnding(30, 'SUCCESS') })).toBe('otherwise');
    expect(await ending({ size: turns(30, 21) }, { job: undefined })).toBe('otherwise');
    expect(await ending({ size: turns(30, 9) }, { job: undefined })).toBe('otherwise');
    expect(await ending({ size: turns(30, 20.9) }, { job: undefined })).toBe('otherwise');
  });

  test('that passes a third size on its way is as asked', async () => {
    const steps = (ms: number) => (ms < 50 ? 10 : ms < 400 ? 15 : 20);
    expect(await ending({ size: steps, job: jobEnding(400, 'SUCCESS') })).toBe('as-asked');
    const slow = (ms: number) => (ms < 50 ? 10 : ms < 1_600 ? 15 : 20);
    expect(await ending({ size: slow, job: jobEnding(1_600, 'SUCCESS') })).toBe('as-asked');
  });

  test('whose job fails while the size stays has failed; one that grew all the same is as asked', async () => {
    expect(await ending({ size: () => 10, job: jobEnding(100, 'FAIL') }, { until: 'job' })).toBe('failed');
    expect(await ending({ size: () => 10, job: jobEnding(100, 'FAIL') })).toBe('failed');
    const settled = await settle(runAt({ size: turns(20, 20), job: jobEnding(20, 'FAIL') }), {
      ...extension,
      until: 'job',
    });
    expect(settled.ending).toBe('as-asked');
    expect(settled.sights.some(({ job }) => job?.kind === 'job' && job.status === 'FAIL')).toBe(true);
  });

  test('that shows within the limit is as asked, however long a look takes', async () => {
    for (const [lookMs, showsAfterMs] of [
      [1_100, 1_500],
      [1_999, 1_900],
      [5_000, 1_900],
    ] as const) {
      const { target, clock, signal } = runAt({ size: () => 10 });
      const start = clock.now();
      const observer = {
        ...target.observer,
        async volume() {
          const seen = reading(clock.now() - start < showsAfterMs ? 10 : 20);
          await clock.sleep(lookMs);
          return seen;
        },
      };
      expect(await ending({ size: () => 0 }, {}, runOn({ ...target, observer }, clock, 2_000, signal))).toBe(
        'as-asked',
      );
    }
  });

  test('that cannot be read is unseen; one that can be read again in time is not', async () => {
    expect(await ending({ size: () => undefined })).toBe('unseen');
    expect(await ending({ size: (ms) => (ms < 300 ? undefined : 20) })).toBe('as-asked');
    expect((await settle(runAt({ size: () => undefined }), extension)).after).toBeUndefined();
  });

  test('that a replica shows as it was before for a while is as asked; a size that it had before has to stand', async () => {
    const late = (ms: number) => (ms < 30 || (ms > 200 && ms < 900) ? 10 : 30);
    const again = { before: reading(20), history: [10, 20], expected: 30 };
    const lagging = { size: (ms: number) => (ms < 30 ? 20 : late(ms)), job: jobEnding(1_000, 'SUCCESS') };
    expect(await ending(lagging, { ...again, until: 'job' })).toBe('as-asked');
    const fallen = { size: (ms: number) => (ms < 30 ? 20 : 10), job: jobEnding(30, 'SUCCESS') };
    expect(await ending(fallen, again)).toBe('otherwise');
  });

  test('that had to be refused has grown the volume once that has stood', async () => {
    const how = { expected: null, mustStay: true };
    const run = runAt({ size: turns(30, 20) });
    expect(await ending({ size: turns(30, 20) }, how, run)).toBe('as-asked');
    expect(run.clock.now() - 1_000).toBeGreaterThanOrEqual(1_030);
    const flap = (ms: number) => (ms > 30 && ms < 400 ? 20 : 10);
    expect(await ending({ size: flap, job: jobEnding(30, 'SUCCESS') }, how)).toBe('unchanged');
  });

  test('of which any size will do has ended as soon as one shows', async () => {
    expect(await ending({ size: turns(30, 77) }, { expected: null })).toBe('as-asked');
  });

  test('is given up when the run is interrupted', async () => {
    const scene = { size: () => 10 };
    expect(await ending(scene, {}, runAt(scene, 2_000, AbortSignal.abort()))).toBe('given-up');
  });
});

describe('what is waited for beyond the size', () => {
  test('the state comes back within the limit, or is left as it is', async () => {
    const size = turns(10, 20);
    const status = (ms: number) => (ms > 5 && ms < 1_500 ? 'extending' : 'available');
    const settled = await settle(runAt({ size, status }), { ...extension, until: 'state' });
    expect(settled).toMatchObject({ ending: 'as-asked', after: { status: 'available' } });
    const never = await settle(runAt({ size, status: () => 'extending' }), { ...extension, until: 'state' });
    expect(never).toMatchObject({ ending: 'as-asked', after: { status: 'extending' } });
  });

  test('the job is looked at until it ends, and a few times more', async () => {
    const run = runAt({ size: turns(10, 20), job: jobEnding(1_500, 'SUCCESS') });
    const words = (await settle(run, { ...extension, until: 'job' })).sights.map(
      ({ job }) => job?.kind === 'job' && job.status,
    );
    expect(words.filter((word) => word === 'SUCCESS').length).toBeGreaterThanOrEqual(3);
    expect(run.patience.isWhole('job')).toBe(true);
  });

  test('a job that goes back is caught by them', async () => {
    const job = (ms: number) => (ms < 20 ? 'RUNNING' : ms < 24 ? 'SUCCESS' : 'RUNNING');
    const { sights } = await settle(runAt({ size: turns(10, 20), job }), { ...extension, until: 'job' });
    const words = sights.flatMap((sight) => (sight.job?.kind === 'job' ? [sight.job.status] : []));
    expect(words.slice(words.indexOf('SUCCESS'))).toContain('RUNNING');
  });

  test('attributes that change for a moment are waited for, those that stay changed are left so', async () => {
    const before = { ...reading(10), attributes: { name: 'a' } };
    const name = (ms: number) => ({ name: ms > 5 && ms < 700 ? '' : 'a' });
    const back = await settle(runAt({ size: turns(10, 20), attributes: name }), {
      ...extension,
      before,
      until: 'state',
    });
    expect(back).toMatchObject({ ending: 'as-asked', after: { attributes: { name: 'a' } } });
    const lost = { size: turns(10, 20), attributes: () => ({ name: '' }) };
    const changed = await settle(runAt(lost), { ...extension, before, until: 'state' });
    expect(changed).toMatchObject({ ending: 'as-asked', after: { attributes: { name: '' } } });
  });

  test('a job that never ends is waited for once, the whole limit', async () => {
    const scene = { size: turns(10, 20), job: () => 'RUNNING' };
    const run = runAt(scene);
    const start = run.clock.now();
    expect(await ending(scene, { until: 'job', proving: ['job'] }, run)).toBe('as-asked');
    expect(run.clock.now() - start).toBeGreaterThanOrEqual(2_000);
    expect(run.patience.isWhole('job')).toBe(false);
  });

  test('the sights of a long wait are bounded, first and last among them', async () => {
    const { sights } = await settle(
      runAt({ size: turns(55_000, 20), job: jobEnding(55_000, 'SUCCESS') }, 60_000),
      extension,
    );
    expect(sights.length).toBeLessThan(50);
    expect(sights.at(0)?.volume).toMatchObject({ size: 10 });
    expect(sights.at(-1)?.volume).toMatchObject({ size: 20 });
  });
});
