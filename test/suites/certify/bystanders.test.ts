import { expect, test } from 'vitest';
import type { Change } from '../../../backend/rules.ts';
import { certifyBackend, idsWith, told } from '../bench.ts';

/** How long a volume shows that it is being extended, in ms: longer than the next volume takes to be looked at. */
const extendingMs = 40;

/** Volumes are `extending` for a while after every accepted request. */
const extending: Change = ({ answerAccepted, volumeView }) => {
  const until = new Map<string, number>();
  return {
    answerAccepted(job, volume, context) {
      until.set(volume.id, context.settings.clock.now() + extendingMs);
      return answerAccepted(job, volume, context);
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
