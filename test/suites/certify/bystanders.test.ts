import { expect, test } from 'vitest';
import type { Change } from '../../../backend/rules.ts';
import { certifyBackend, idsWith, told } from '../bench.ts';

/** How long a volume shows that it is being extended, in ms: longer than the next volume takes to be looked at. */
const extendingMs = 40;

/** Volumes are `extending` for a while after every accepted request. */
const extending: Change = ({ answerAccepted, volumeView }) => {
  const until = new Map<string, number>();
  return {
    answerAccepted(job, context) {
      until.set(job.volumeId, context.settings.clock.now() + extendingMs);
      return answerAccepted(job, context);
    },
    volumeView(volume, context) {
      const view = volumeView(volume, context);
      return (until.get(volume.id) ?? 0) < context.settings.clock.now() ? view : { ...view, status: 'extending' };
    },
  };
};

test.each(['accepts-equal', 'compares-original'] as const)(
  '%s is blamed on nobody else: a volume that is still at its own request is no bystander',
  async (fault) => {
    const only = ['size.not-greater', 'effect.one-volume'] as const;
    const result = await certifyBackend({ fault, change: extending }, { only, runs: 12, extensions: 2 });
    expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual(['size.not-greater']);
  },
);

test('from when a volume that was not meant has changed, the rest goes one by one, and each check says so', async () => {
  const flags = async (fault: 'wrong-volume' | undefined): Promise<readonly boolean[]> => {
    const seen: boolean[] = [];
    const onProgress = (_done: number, _of: number, _id: string, oneByOne: boolean): void => void seen.push(oneByOne);
    const only = ['effect.one-volume', 'size.not-greater', 'size.greater'] as const;
    await certifyBackend(fault === undefined ? {} : { fault }, { only, runs: 3, extensions: 2, onProgress });
    return seen;
  };
  expect((await flags('wrong-volume')).slice(-2)).toEqual([true, true]);
  expect(await flags(undefined)).not.toContain(true);
});
