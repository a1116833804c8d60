import { describe, expect, test } from 'vitest';
import { setUp } from './set-up.ts';

describe('refusals', () => {
  test('are read again no sooner than 250 ms later, when the volume is given back, and shown to the witnesses', async () => {
    const { run, lab, plain, refuse, close, remaining } = setUp({ fault: 'refusal-changes-size-later' });
    const subject = await lab.lease(plain);
    const step = await refuse(subject);
    expect(step.after?.size).toBe(step.before?.size);
    const then = run.clock.now();
    subject.anchor = 'good';
    await lab.release(subject);
    await close();
    expect(run.clock.now() - then).toBeGreaterThanOrEqual(250);
    expect(run.seen.at(-1)).toMatchObject({ outcome: 'refused', before: { size: 10 } });
    expect(run.seen.at(-1)?.after?.size).not.toBe(10);
    expect(remaining()).toBe(0);
  });

  test('are anchored when the volume is given back: the very volume takes a valid size and grows', async () => {
    const { lab, plain, refuse, close, sizes } = setUp();
    const subject = await lab.lease(plain);
    await refuse(subject);
    await lab.release(subject);
    const before = sizes().length;
    expect(await close()).toEqual([]);
    expect([before, subject.anchor, subject.now.size]).toEqual([1, 'good', 20]);
  });

  test.each([
    ['shared volumes take nothing', 'available-shared-refused', true, 'state.available-shared'],
    ['nothing grows', 'success-without-effect', false, 'effect.size'],
  ] as const)('count for nothing where %s (%s)', async (_what, fault, multiattach, by) => {
    const { lab, plain, refuse, close } = setUp({ fault });
    const subject = await lab.lease({ ...plain, multiattach });
    await refuse(subject);
    await lab.release(subject);
    expect((await close()).map((one) => one.by[0])).toEqual([by]);
  });

  test('without an answer to the anchor count for nothing, and the volume is given back all the same', async () => {
    const service = setUp();
    const subject = await service.lab.lease(service.plain);
    await service.refuse(subject);
    await service.lab.release(subject);
    service.fallSilent();
    expect(await service.close()).toMatchObject([{ by: ['operation.route'], essential: true }]);
    expect(service.remaining()).toBe(0);
  });
});
