import type { Operation } from '../../../engine/operation.ts';
import { quantity } from '../../../generators/quantity.ts';
import { volume } from '../../../suites/common/volume.ts';
import { checks } from './checks.ts';
import { renaming } from './contract.ts';
import { body, rename } from './effect.ts';
import { own, register } from './requirements.ts';

/** Giving a volume another name: all that the engine is told of it. */
export const renameVolume: Operation = {
  id: 'rename-volume',
  fixtures: { volume_id: volume },
  checks,
  smoke: { sent: ['operation.route'], seen: [] },
  certifies: ({ id }) => id === renaming.id,
  register,
  mixups: [],
  roles: {
    smokeTest: 'operation.route',
    others: 'effect.others',
    refusal: 'effect.refusal',
    kept: own('effect.size'),
    repetition: 'operation.route',
    clientError: 'response.client-error',
    jobId: 'response.body',
    job: 'job.truthful',
    sideBySide: 'concurrency.side-by-side',
    simultaneous: undefined,
    unreplaced: undefined,
  },
  owner: () => ['operation.route'],
  owners: () => ['operation.route'],
  missing: () => [own('effect.name')],
  effect: rename,
  // the name that a volume has already would not be seen to be another one
  control: (_, { attributes: { name } }) => ({ body, size: quantity('zero', name === 'volume-2' ? 3 : 2) }),
  narrowest: [],
  prepares: () => 'operation.route',
};
