import type { Operation } from '../../engine/operation.ts';
import { quantity } from '../../generators/quantity.ts';
import { registers } from '../../spec/requirements.ts';
import { mixups } from '../common/mixups.ts';
import { volume } from '../common/volume.ts';
import { removal } from './effect.ts';
import { checks } from './registry.ts';

/** Deleting a volume. */
export const deleteVolume: Operation = {
  id: 'delete-volume',
  fixtures: { volume_id: volume },
  checks,
  smoke: {
    sent: ['operation.route', 'path.unknown'],
    seen: [
      'response.success-status',
      'response.body',
      'response.error-status',
      'response.error-envelope',
      'effect.deleted',
    ],
  },
  certifies: ({ operation }) => operation.kind === 'delete' && operation.resource === 'volume',
  register: registers['delete-volume'],
  mixups,
  roles: {
    smokeTest: 'operation.route',
    others: 'effect.others',
    refusal: 'effect.refusal',
    kept: 'effect.refusal',
    repetition: 'delete.again',
    clientError: 'response.client-error',
    jobId: 'response.body',
    job: 'job.truthful',
    sideBySide: 'concurrency.side-by-side',
    simultaneous: undefined,
    unreplaced: undefined,
  },
  owner: () => ['operation.route'],
  owners: () => ['operation.route'],
  missing: () => ['effect.deleted', 'effect.others'],
  effect: removal,
  control: () => ({ body: '', size: quantity('current') }),
  narrowest: [],
  prepares: () => 'operation.route',
};
