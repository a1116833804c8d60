import type { Check } from '../engine/check.ts';
import type { RequirementId } from '../spec/requirements.ts';
import { authProject } from './extend-volume/auth-project.ts';
import { authRequired } from './extend-volume/auth-required.ts';
import { bodyExtraKeys } from './extend-volume/body-extra-keys.ts';
import { bodyMalformed } from './extend-volume/body-malformed.ts';
import { bodyNewSize } from './extend-volume/body-new-size.ts';
import { bodyNewSizeType } from './extend-volume/body-new-size-type.ts';
import { bodyNumericString } from './extend-volume/body-numeric-string.ts';
import { bodyOsExtend } from './extend-volume/body-os-extend.ts';
import { concurrencyLostUpdate } from './extend-volume/concurrency-lost-update.ts';
import { concurrencySideBySide } from './extend-volume/concurrency-side-by-side.ts';
import { decimalAccepted } from './extend-volume/decimal-accepted.ts';
import { decimalLowerBound } from './extend-volume/decimal-lower-bound.ts';
import { decimalSpelling } from './extend-volume/decimal-spelling.ts';
import { decimalTruncated } from './extend-volume/decimal-truncated.ts';
import { decimalUpperBound } from './extend-volume/decimal-upper-bound.ts';
import { effectAbsolute } from './extend-volume/effect-absolute.ts';
import { effectAttributes } from './extend-volume/effect-attributes.ts';
import { effectOneVolume } from './extend-volume/effect-one-volume.ts';
import { effectRefusal } from './extend-volume/effect-refusal.ts';
import { effectSize } from './extend-volume/effect-size.ts';
import { jobReachable } from './extend-volume/job-reachable.ts';
import { jobTruthful } from './extend-volume/job-truthful.ts';
import { jobVocabulary } from './extend-volume/job-vocabulary.ts';
import { operationRoute } from './extend-volume/operation-route.ts';
import { pathMethod } from './extend-volume/path-method.ts';
import { pathUnknownVolume } from './extend-volume/path-unknown-volume.ts';
import { responseClientError } from './extend-volume/response-client-error.ts';
import { responseErrorEnvelope } from './extend-volume/response-error-envelope.ts';
import { responseErrorStatus } from './extend-volume/response-error-status.ts';
import { responseExclusive } from './extend-volume/response-exclusive.ts';
import { responseJobId } from './extend-volume/response-job-id.ts';
import { responseMediaType } from './extend-volume/response-media-type.ts';
import { responseSuccessStatus } from './extend-volume/response-success-status.ts';
import { sizeGreater } from './extend-volume/size-greater.ts';
import { sizeMaximum } from './extend-volume/size-maximum.ts';
import { sizeNotGreater } from './extend-volume/size-not-greater.ts';
import { sizeOverMaximum } from './extend-volume/size-over-maximum.ts';
import { stateAvailable } from './extend-volume/state-available.ts';
import { stateAvailableShared } from './extend-volume/state-available-shared.ts';
import { stateInUse } from './extend-volume/state-in-use.ts';
import { stateInUseShared } from './extend-volume/state-in-use-shared.ts';
import { stateOther } from './extend-volume/state-other.ts';
import { stateServerStatus } from './extend-volume/state-server-status.ts';

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
