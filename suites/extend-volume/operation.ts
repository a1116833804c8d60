import type { Operation } from '../../engine/operation.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { isExtension } from '../../spec/extension.ts';
import { takesDecimals } from '../../spec/parts.ts';
import { registers } from '../../spec/requirements.ts';
import { mixups } from '../common/mixups.ts';
import { volume } from '../common/volume.ts';
import { growth } from './effect.ts';
import { interactions } from './interactions.ts';
import { lasting } from './lasting.ts';
import { missingBy, ownersOf, ownersOfCase, preparedFor } from './owners.ts';
import { openAcceptanceMapper } from './pictures/acceptance-map.ts';
import { checks } from './registry.ts';

/** Extending a volume. */
export const extendVolume: Operation = {
  id: 'extend-volume',
  fixtures: { volume_id: volume },
  checks,
  smoke: {
    sent: ['operation.route', 'size.not-greater', 'decimal.truncated', 'state.in-use'],
    seen: [
      'response.success-status',
      'response.job-id',
      'response.error-status',
      'response.error-envelope',
      'effect.size',
      'effect.absolute',
      'effect.refusal',
    ],
  },
  certifies: isExtension,
  register: registers['extend-volume'],
  roles: {
    smokeTest: 'operation.route',
    others: 'effect.one-volume',
    refusal: 'effect.refusal',
    kept: 'effect.attributes',
    repetition: 'size.not-greater',
    clientError: 'response.client-error',
    jobId: 'response.job-id',
    job: 'job.truthful',
    sideBySide: 'concurrency.side-by-side',
    simultaneous: 'concurrency.lost-update',
    unreplaced: 'size.greater',
  },
  mixups,
  interactions,
  openAcceptanceMapper: openAcceptanceMapper,
  owner: ownersOf,
  owners: ownersOfCase,
  missing: missingBy,
  effect: growth,
  control: (contract, { size }, room) => ({ body: growth.body(contract), size: plainSize(size, room) }),
  history(contract, { size }, room, earlier) {
    const plain = plainSize(size, room);
    // a fraction that is kept, or rounded up unseen, shows in the next acceptance
    const tail = earlier === 1 && plain.base === 'zero' && takesDecimals(contract) ? '.5' : '';
    return { body: growth.body(contract), size: { ...plain, tail } };
  },
  lasting,
  narrowest: ['decimal.', 'state.', 'size.'],
  prepares: preparedFor,
};
