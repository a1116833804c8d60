import type { RequirementId } from '../spec/requirements.ts';
import type { Check } from './check.ts';
import { authProject } from './checks/auth-project.ts';
import { authRequired } from './checks/auth-required.ts';
import { bodyExtraKeys } from './checks/body-extra-keys.ts';
import { bodyMalformed } from './checks/body-malformed.ts';
import { bodyNewSize } from './checks/body-new-size.ts';
import { bodyNewSizeType } from './checks/body-new-size-type.ts';
import { bodyNumericString } from './checks/body-numeric-string.ts';
import { bodyOsExtend } from './checks/body-os-extend.ts';
import { concurrencyLostUpdate } from './checks/concurrency-lost-update.ts';
import { concurrencySideBySide } from './checks/concurrency-side-by-side.ts';
import { decimalAccepted } from './checks/decimal-accepted.ts';
import { decimalLowerBound } from './checks/decimal-lower-bound.ts';
import { decimalSpelling } from './checks/decimal-spelling.ts';
import { decimalTruncated } from './checks/decimal-truncated.ts';
import { decimalUpperBound } from './checks/decimal-upper-bound.ts';
import { effectAbsolute } from './checks/effect-absolute.ts';
import { effectAttributes } from './checks/effect-attributes.ts';
import { effectOneVolume } from './checks/effect-one-volume.ts';
import { effectRefusal } from './checks/effect-refusal.ts';
import { effectSize } from './checks/effect-size.ts';
import { jobReachable } from './checks/job-reachable.ts';
import { jobTruthful } from './checks/job-truthful.ts';
import { jobVocabulary } from './checks/job-vocabulary.ts';
import { operationRoute } from './checks/operation-route.ts';
import { pathMethod } from './checks/path-method.ts';
import { pathUnknownVolume } from './checks/path-unknown-volume.ts';
import { responseClientError } from './checks/response-client-error.ts';
import { responseErrorEnvelope } from './checks/response-error-envelope.ts';
import { responseErrorStatus } from './checks/response-error-status.ts';
import { responseExclusive } from './checks/response-exclusive.ts';
import { responseJobId } from './checks/response-job-id.ts';
import { responseMediaType } from './checks/response-media-type.ts';
import { responseSuccessStatus } from './checks/response-success-status.ts';
import { sizeGreater } from './checks/size-greater.ts';
import { sizeMaximum } from './checks/size-maximum.ts';
import { sizeNotGreater } from './checks/size-not-greater.ts';
import { sizeOverMaximum } from './checks/size-over-maximum.ts';
import { stateAvailable } from './checks/state-available.ts';
import { stateAvailableShared } from './checks/state-available-shared.ts';
import { stateInUse } from './checks/state-in-use.ts';
import { stateInUseShared } from './checks/state-in-use-shared.ts';
import { stateOther } from './checks/state-other.ts';
import { stateServerStatus } from './checks/state-server-status.ts';

/** Every check, by its requirement: one file and one line each. The order is the report's. */
export const registry = {
  'operation.route': operationRoute,
  'size.greater': sizeGreater,
  'size.not-greater': sizeNotGreater,
  'size.maximum': sizeMaximum,
  'size.over-maximum': sizeOverMaximum,
  'decimal.accepted': decimalAccepted,
  'decimal.truncated': decimalTruncated,
  'decimal.lower-bound': decimalLowerBound,
  'decimal.upper-bound': decimalUpperBound,
  'decimal.spelling': decimalSpelling,
  'body.os-extend': bodyOsExtend,
  'body.new-size': bodyNewSize,
  'body.new-size-type': bodyNewSizeType,
  'body.malformed': bodyMalformed,
  'body.numeric-string': bodyNumericString,
  'body.extra-keys': bodyExtraKeys,
  'state.available': stateAvailable,
  'state.available-shared': stateAvailableShared,
  'state.in-use': stateInUse,
  'state.in-use-shared': stateInUseShared,
  'state.server-status': stateServerStatus,
  'state.other': stateOther,
  'response.success-status': responseSuccessStatus,
  'response.job-id': responseJobId,
  'response.error-status': responseErrorStatus,
  'response.client-error': responseClientError,
  'response.error-envelope': responseErrorEnvelope,
  'response.exclusive': responseExclusive,
  'response.media-type': responseMediaType,
  'effect.size': effectSize,
  'effect.absolute': effectAbsolute,
  'effect.refusal': effectRefusal,
  'effect.one-volume': effectOneVolume,
  'effect.attributes': effectAttributes,
  'job.reachable': jobReachable,
  'job.vocabulary': jobVocabulary,
  'job.truthful': jobTruthful,
  'path.unknown-volume': pathUnknownVolume,
  'path.method': pathMethod,
  'auth.required': authRequired,
  'auth.project': authProject,
  'concurrency.lost-update': concurrencyLostUpdate,
  'concurrency.side-by-side': concurrencySideBySide,
} as const satisfies Record<RequirementId, Check>;

export const checks: readonly Check[] = Object.values(registry);
