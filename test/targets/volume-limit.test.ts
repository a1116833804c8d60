import { expect, test } from 'vitest';
import { limitVolumes } from '../../targets/volume-limit.ts';
import type { Obtained, VolumeProvider, VolumeSpec } from '../../targets/volume-source.ts';
import { withSetUps } from './set-ups.ts';

const spec: VolumeSpec = { size: 10, status: 'available', multiattach: false, servers: [] };

function providerOf(answer: (asked: number) => Obtained, keeps = false) {
  let asked = 0;
  const provider: VolumeProvider = {
    hint: '',
    keeps,
    async obtain() {
      asked += 1;
      return answer(asked);
    },
    giveBack: async () => undefined,
  };
  return { provider, asked: () => asked };
}

const volume = (asked: number): Obtained => ({ kind: 'volume', volume: { project: 'p', id: `v${asked}` } });
const kinds = async (provider: VolumeProvider, times: number) =>
  (await Promise.all(Array.from({ length: times }, () => withSetUps(provider).obtain(spec)))).map(({ kind }) => kind);

test('no more volumes are set up than are allowed, however many are asked for at once, nor after some came back', async () => {
  const { provider, asked } = providerOf(volume);
  const cap = limitVolumes(provider, 2);
  expect(await kinds(cap, 4)).toEqual(['volume', 'volume', 'unavailable', 'unavailable']);
  await cap.giveBack({ project: 'p', id: 'v1' });
  expect(await withSetUps(cap).obtain(spec)).toMatchObject({
    reason: expect.stringContaining('the 2 volumes'),
    room: 'never',
  });
  expect(asked()).toBe(2);
});

test('what was not made is not counted; what may have been is', async () => {
  const refusing = providerOf((at) => (at <= 3 ? { kind: 'unavailable', reason: 'cannot' } : volume(at)));
  const cap = limitVolumes(refusing.provider, 1);
  for (let time = 0; time < 3; time += 1) expect(await kinds(cap, 1)).toEqual(['unavailable']);
  expect(await kinds(cap, 1)).toEqual(['volume']);
  const trying = providerOf(() => ({ kind: 'unavailable', reason: 'cannot', made: { project: 'p', id: 'v1' } }));
  expect(await kinds(limitVolumes(trying.provider, 1), 2)).toEqual(['unavailable', 'unavailable']);
  expect(trying.asked()).toBe(1);
  const silent = providerOf(() => ({ kind: 'failed', reason: 'silence', made: 'unknown' }));
  expect(await kinds(limitVolumes(silent.provider, 1), 2)).toEqual(['failed', 'unavailable']);
});

test('volumes that were there before are not counted, and without a limit nothing is', async () => {
  expect(await kinds(limitVolumes(providerOf(volume, true).provider, 1), 3)).toEqual(['volume', 'volume', 'volume']);
  expect(await kinds(limitVolumes(providerOf(volume).provider, undefined), 3)).toEqual(['volume', 'volume', 'volume']);
});
