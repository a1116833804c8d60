import type { Check } from '../../engine/check.ts';
import type { registers } from '../../spec/requirements.ts';
import { deleteAgain } from './delete-again.ts';
import { effectDeleted } from './effect-deleted.ts';
import { common } from './family.ts';

/** Every check, by its requirement. The order is the report's. */
const registry = {
  'operation.route': common.operationRoute,
  'response.success-status': common.responseSuccessStatus,
  'response.body': common.responseBody,
  'response.error-status': common.responseErrorStatus,
  'response.client-error': common.responseClientError,
  'response.error-envelope': common.responseErrorEnvelope,
  'response.exclusive': common.responseExclusive,
  'response.media-type': common.responseMediaType,
  'effect.deleted': effectDeleted,
  'effect.refusal': common.effectRefusal,
  'effect.others': common.effectOthers,
  'delete.again': deleteAgain,
  'job.reachable': common.jobReachable,
  'job.vocabulary': common.jobVocabulary,
  'job.truthful': common.jobTruthful,
  'job.unknown': common.jobUnknown,
  'path.unknown': common.pathUnknown,
  'path.method': common.pathMethod,
  'path.allow': common.pathAllow,
  'auth.required': common.authRequired,
  'auth.project': common.authProject,
  'auth.envelope': common.authEnvelope,
  'auth.look-up': common.authLookUp,
  'concurrency.side-by-side': common.concurrencySideBySide,
} as const satisfies Record<keyof (typeof registers)['delete-volume']['requirements'], Check>;

export const checks: readonly Check[] = Object.values(registry);
