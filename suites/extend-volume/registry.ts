import type { Check } from '../../engine/check.ts';
import type { RequirementIdOf } from '../../spec/requirements.ts';
import { bodyExtraKeys } from './body-extra-keys.ts';
import { bodyMalformed } from './body-malformed.ts';
import { bodyMediaType } from './body-media-type.ts';
import { bodyNewSize } from './body-new-size.ts';
import { bodyNewSizeType } from './body-new-size-type.ts';
import { bodyNumericString } from './body-numeric-string.ts';
import { bodyOptional } from './body-optional.ts';
import { bodyOsExtend } from './body-os-extend.ts';
import { bodyRobust } from './body-robust.ts';
import { concurrencyLostUpdate } from './concurrency-lost-update.ts';
import { decimalAccepted } from './decimal-accepted.ts';
import { decimalLowerBound } from './decimal-lower-bound.ts';
import { decimalSpelling } from './decimal-spelling.ts';
import { decimalTruncated } from './decimal-truncated.ts';
import { decimalUpperBound } from './decimal-upper-bound.ts';
import { effectAbsolute } from './effect-absolute.ts';
import { effectAttributes } from './effect-attributes.ts';
import { effectSize } from './effect-size.ts';
import { common } from './family.ts';
import { sizeGreater } from './size-greater.ts';
import { sizeLongNumber } from './size-long-number.ts';
import { sizeMaximum } from './size-maximum.ts';
import { sizeNotGreater } from './size-not-greater.ts';
import { sizeOverMaximum } from './size-over-maximum.ts';
import { stateAvailable } from './state-available.ts';
import { stateAvailableShared } from './state-available-shared.ts';
import { stateInUse } from './state-in-use.ts';
import { stateInUseShared } from './state-in-use-shared.ts';
import { stateOther } from './state-other.ts';
import { stateServerStatus } from './state-server-status.ts';

/** Every check, by its requirement: one file and one line each. The order is the report's. */
export const registry = {
  'operation.route': common.operationRoute,
  'size.greater': sizeGreater,
  'size.not-greater': sizeNotGreater,
  'size.maximum': sizeMaximum,
  'size.over-maximum': sizeOverMaximum,
  'size.long-number': sizeLongNumber,
  'decimal.accepted': decimalAccepted,
  'decimal.truncated': decimalTruncated,
  'decimal.lower-bound': decimalLowerBound,
  'decimal.upper-bound': decimalUpperBound,
  'decimal.spelling': decimalSpelling,
  'body.os-extend': bodyOsExtend,
  'body.new-size': bodyNewSize,
  'body.new-size-type': bodyNewSizeType,
  'body.malformed': bodyMalformed,
  'body.optional': bodyOptional,
  'body.numeric-string': bodyNumericString,
  'body.extra-keys': bodyExtraKeys,
  'body.robust': bodyRobust,
  'body.media-type': bodyMediaType,
  'state.available': stateAvailable,
  'state.available-shared': stateAvailableShared,
  'state.in-use': stateInUse,
  'state.in-use-shared': stateInUseShared,
  'state.server-status': stateServerStatus,
  'state.other': stateOther,
  'response.success-status': common.responseSuccessStatus,
  'response.job-id': common.responseBody,
  'response.error-status': common.responseErrorStatus,
  'response.client-error': common.responseClientError,
  'response.error-envelope': common.responseErrorEnvelope,
  'response.exclusive': common.responseExclusive,
  'response.media-type': common.responseMediaType,
  'effect.size': effectSize,
  'effect.absolute': effectAbsolute,
  'effect.refusal': common.effectRefusal,
  'effect.one-volume': common.effectOthers,
  'effect.attributes': effectAttributes,
  'job.reachable': common.jobReachable,
  'job.vocabulary': common.jobVocabulary,
  'job.truthful': common.jobTruthful,
  'job.unknown': common.jobUnknown,
  'path.unknown-volume': common.pathUnknown,
  'path.method': common.pathMethod,
  'path.allow': common.pathAllow,
  'auth.required': common.authRequired,
  'auth.project': common.authProject,
  'auth.envelope': common.authEnvelope,
  'auth.look-up': common.authLookUp,
  'concurrency.lost-update': concurrencyLostUpdate,
  'concurrency.side-by-side': common.concurrencySideBySide,
} as const satisfies Record<RequirementIdOf<'extend-volume'>, Check>;

export const checks: readonly Check[] = Object.values(registry);
