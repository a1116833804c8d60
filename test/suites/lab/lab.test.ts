import { describe, expect, test } from 'vitest';
import { quantity } from '../../../generators/quantity.ts';
import { openLab } from '../../../suites/lab/lab.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../../../suites/lab/subject.ts';
import { bigger, same, setUp } from './set-up.ts';

describe('a volume is used again', () => {
  test('after a refusal, and after an extension, by whoever needs one like it', async () => {
    const { run, lab, plain, refuse, close } = setUp();
    const first = await lab.lease(plain);
    await refuse(first);
    await lab.release(first);
    const other = openLab(run, 'size.not-greater');
    expect(await other.lease(plain)).toBe(first);
    await other.send(first, bigger, { until: 'size' });
    await other.release(first);
    expect(await lab.lease(plain)).toBe(first);
    await lab.release(first);
    await close();
  });

  test('by nobody who needs one without a history, and by those who need one with a history', async () => {
    const { lab, plain, close } = setUp();
    const first = await lab.lease({ ...plain, grown: 1 });
    expect(first).toMatchObject({ extensions: 1, now: { size: 20 }, anchor: 'good' });
    await lab.release(first);
    const fresh = await lab.lease({ ...plain, exact: true });
    expect(fresh.volume).not.toEqual(first.volume);
    const exactlyOnce = await lab.lease({ ...plain, grown: 1, exact: true });
    expect(exactlyOnce.volume).not.toEqual(first.volume);
    expect(await lab.lease({ ...plain, grown: 1 })).toBe(first);
    for (const subject of [first, fresh, exactlyOnce]) await lab.release(subject);
    expect(await lab.lease({ ...plain, exact: true })).toBe(fresh);
    await lab.release(fresh);
    await close();
  });

  test('only where its size leaves the case what it is about', async () => {
    const { lab, plain, close } = setUp();
    const first = await lab.lease({ ...plain, grown: 2 });
    expect(first.now.size).toBe(30);
    await lab.release(first);
    expect(await lab.lease(plain, quantity('zero', 30))).not.toBe(first);
    expect(await lab.lease({ ...plain, size: 40 })).not.toBe(first);
    expect(await lab.lease(plain, quantity('zero', 31))).toBe(first);
    await lab.release(first);
    await close();
  });

  test('never when it is spoilt: enlarged under a refusal, or left without an answer', async () => {
    const { lab, plain, remaining, close } = setUp({ fault: 'refusal-changes-size' });
    const first = await lab.lease(plain);
    await lab.send(first, same, { until: 'never' });
    expect(first.spoilt).toBe('changed');
    await lab.release(first);
    const second = await lab.lease(plain);
    expect(second.volume).not.toEqual(first.volume);
    await lab.release(second);
    await close();
    expect(remaining()).toBe(0);

    const lost = setUp({ silent: true });
    const subject = await lost.lab.lease(lost.plain);
    await expect(lost.lab.send(subject, bigger, { until: 'size' })).rejects.toThrow(LostExchange);
    expect(subject.spoilt).toBe('lost');
    await lost.lab.release(subject);
    await lost.close();
    expect(lost.remaining()).toBe(0);
  });

  test('only in its own state, and only so often as a check may spoil', async () => {
    const { lab, plain, close } = setUp();
    const first = await lab.lease(plain);
    await lab.release(first);
    expect((await lab.lease({ ...plain, multiattach: true })).volume).not.toEqual(first.volume);
    const many = async () => {
      for (let at = 0; at < 150; at += 1) (await lab.lease({ ...plain, size: 11 + at })).spoilt = 'used';
    };
    await expect(many()).rejects.toThrow(Unavailable);
    await close();
  });

  test('not while its job is running, and not at all where that takes too long', async () => {
    const { lab, plain, close } = setUp({ change: (rules) => ({ conclude: () => undefined, jobView: rules.jobView }) });
    const first = await lab.lease(plain);
    await lab.send(first, bigger, { until: 'size' });
    await lab.release(first);
    expect((await lab.lease(plain)).volume).not.toEqual(first.volume);
    await close();
  });

  test('not after an extension, once that has made a difference', async () => {
    const { run, lab, plain, close } = setUp();
    const first = await lab.lease(plain);
    await lab.send(first, bigger, { until: 'size' });
    await lab.release(first);
    run.reuse.end();
    const second = await lab.lease(plain);
    expect(second.volume).not.toEqual(first.volume);
    await lab.release(second);
    expect(await lab.lease({ ...plain, grown: 1 })).toBe(first);
    await close();
  });
});

test('whoever waits for a volume gets one that another check hands on', async () => {
  const { run, lab, plain, close } = setUp({ maxVolumes: 1 });
  const first = await lab.lease(plain);
  const other = openLab(run, 'size.not-greater');
  const waiting = other.lease(plain);
  await new Promise((resolve) => setImmediate(resolve));
  await lab.release(first);
  expect(await waiting).toBe(first);
  await other.release(first);
  await close();
});

test('a check that waits has what nobody is working on given back', async () => {
  const { run, lab, plain, close, remaining } = setUp({ maxVolumes: 2 });
  const [idle, kept] = [await lab.lease(plain), await lab.lease({ ...plain, size: 30 })];
  await lab.release(idle);
  const shared = await openLab(run, 'state.available-shared').lease({ ...plain, multiattach: true });
  expect(shared.setup.multiattach).toBe(true);
  expect(remaining()).toBe(2);
  for (const subject of [kept, shared]) await lab.release(subject);
  await close();
});

test('a volume that has to have grown and cannot is blocked, and given back', async () => {
  const { lab, plain, close, remaining } = setUp({ fault: 'success-without-effect' });
  await expect(lab.lease({ ...plain, grown: 1 })).rejects.toThrow(BlockedVolume);
  const silent = setUp({ silent: true });
  await expect(silent.lab.lease({ ...silent.plain, grown: 1 })).rejects.toThrow(LostExchange);
  await Promise.all([close(), silent.close()]);
  expect([remaining(), silent.remaining()]).toEqual([0, 0]);
});

test('a set-up is anchored once, by whatever was sent first', async () => {
  const { lab, plain, sizes, close } = setUp();
  expect(await lab.anchorSetup(plain, bigger)).toBeUndefined();
  const after = sizes().length;
  expect(await lab.anchorSetup(plain, same)).toBeUndefined();
  expect(sizes().length).toBe(after);
  await close();
});

test('alone, a volume is given back before the next is asked for', async () => {
  const { lab, plain, sizes, close } = setUp({ alone: true });
  await lab.release(await lab.lease(plain));
  const other = await lab.lease({ ...plain, size: 30 });
  expect(sizes()).toEqual([30]);
  await lab.release(other);
  await close();
  expect(sizes()).toEqual([]);
});
