import { describe, expect, test } from 'vitest';
import { BlockedVolume, LostExchange, Unavailable } from '../../../suites/lab/subject.ts';
import { bigger, same, setUp } from './set-up.ts';

describe('a volume is used again', () => {
  test('after a refusal, and not once it was extended', async () => {
    const { lab, plain, refuse, close } = setUp();
    const first = await lab.lease(plain);
    await refuse(first);
    await lab.release(first);
    expect(await lab.lease(plain)).toBe(first);
    await lab.send(first, bigger, { until: 'size' });
    await lab.release(first);
    expect((await lab.lease(plain)).volume).not.toEqual(first.volume);
    await close();
  });

  test('grown as it is, where the set-up asks for one that was extended before', async () => {
    const { lab, plain, close } = setUp();
    const grown = { ...plain, grown: 1 };
    const first = await lab.lease(grown);
    expect(first).toMatchObject({ extensions: 1, now: { size: 20 }, anchor: 'good' });
    await lab.release(first);
    expect(await lab.lease(grown)).toBe(first);
    await lab.release(first);
    expect((await lab.lease(plain)).volume).not.toEqual(first.volume);
    await close();
  });

  test('never when it is spoiled: enlarged under a refusal, or left without an answer', async () => {
    const { lab, plain, remaining, close } = setUp({ fault: 'refusal-changes-size' });
    const first = await lab.lease(plain);
    await lab.send(first, same, { until: 'never' });
    expect(first.spoiled).toBe(true);
    await lab.release(first);
    expect((await lab.lease(plain)).volume).not.toEqual(first.volume);
    await close();
    expect(remaining()).toBe(1);

    const lost = setUp({ silent: true });
    const subject = await lost.lab.lease(lost.plain);
    await expect(lost.lab.send(subject, bigger, { until: 'size' })).rejects.toThrow(LostExchange);
    expect(subject.spoiled).toBe(true);
    await lost.lab.release(subject);
    await lost.close();
    expect(lost.remaining()).toBe(0);
  });

  test('only in its own set-up, and only so often as a check may spoil', async () => {
    const { lab, plain, close } = setUp();
    const first = await lab.lease(plain);
    await lab.release(first);
    expect((await lab.lease({ ...plain, multiattach: true })).volume).not.toEqual(first.volume);
    const many = async () => {
      for (let at = 0; at < 60; at += 1) (await lab.lease({ ...plain, size: 11 + at })).spoiled = true;
    };
    await expect(many()).rejects.toThrow(Unavailable);
    await close();
  });
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
