import type { Fault } from '../fault.ts';
import { acceptsEqual } from './accepts-equal.ts';
import { acceptsNegative } from './accepts-negative.ts';
import { acceptsSmaller } from './accepts-smaller.ts';
import { acceptsZero } from './accepts-zero.ts';
import { activeRefused } from './active-refused.ts';
import { allVolumes } from './all-volumes.ts';
import { anyMethodExtends } from './any-method-extends.ts';
import { array500 } from './array-500.ts';
import { arrayUnwrapped } from './array-unwrapped.ts';
import { attributesReset } from './attributes-reset.ts';
import { availableSharedRefused } from './available-shared-refused.ts';
import { becomesAvailable } from './becomes-available.ts';
import { becomesBootable } from './becomes-bootable.ts';
import { bodyArray } from './body-array.ts';
import { bodyEmpty } from './body-empty.ts';
import { bodyNull200 } from './body-null-200.ts';
import { booleanAccepted } from './boolean-accepted.ts';
import { coerces } from './coerces.ts';
import { compareBeforeTruncate } from './compare-before-truncate.ts';
import { compareBeforeTruncateInUse } from './compare-before-truncate-in-use.ts';
import { comparesAsText } from './compares-as-text.ts';
import { comparesOriginal } from './compares-original.ts';
import { concurrentAddsUp } from './concurrent-adds-up.ts';
import { cutOffRepaired } from './cut-off-repaired.ts';
import { decimalCeil } from './decimal-ceil.ts';
import { decimalPointLost } from './decimal-point-lost.ts';
import { decimalRefused } from './decimal-refused.ts';
import { decimalRefusedInUse } from './decimal-refused-in-use.ts';
import { decimalRound } from './decimal-round.ts';
import { decimalStored } from './decimal-stored.ts';
import { descriptionLost } from './description-lost.ts';
import { doublesAtMost } from './doubles-at-most.ts';
import { emptyBody200 } from './empty-body-200.ts';
import { error200 } from './error-200.ts';
import { errorAndJob } from './error-and-job.ts';
import { errorCapitalised } from './error-capitalised.ts';
import { errorCinder } from './error-cinder.ts';
import { errorCodeNull } from './error-code-null.ts';
import { errorCodeNumber } from './error-code-number.ts';
import { errorDetail } from './error-detail.ts';
import { errorEmpty } from './error-empty.ts';
import { errorFlat } from './error-flat.ts';
import { errorFramework } from './error-framework.ts';
import { errorGateway } from './error-gateway.ts';
import { errorHtml } from './error-html.ts';
import { errorList } from './error-list.ts';
import { errorNoCode } from './error-no-code.ts';
import { errorNoMessage } from './error-no-message.ts';
import { errorPlainText } from './error-plain-text.ts';
import { errorString } from './error-string.ts';
import { evenSizesOnly } from './even-sizes-only.ts';
import { exponentCutOff } from './exponent-cut-off.ts';
import { extraKeys500 } from './extra-keys-500.ts';
import { float32Precision } from './float32-precision.ts';
import { fractionRefused } from './fraction-refused.ts';
import { inUseJobFails } from './in-use-job-fails.ts';
import { inUseRefused } from './in-use-refused.ts';
import { inUseSharedAccepted } from './in-use-shared-accepted.ts';
import { inUseStaysExtending } from './in-use-stays-extending.ts';
import { inUseWithoutEffect } from './in-use-without-effect.ts';
import { increment } from './increment.ts';
import { incrementSecond } from './increment-second.ts';
import { infinityClamped } from './infinity-clamped.ts';
import { int16Wrap } from './int16-wrap.ts';
import { int32Wrap } from './int32-wrap.ts';
import { job500 } from './job-500.ts';
import { jobCompleted } from './job-completed.ts';
import { jobEncodedTwice } from './job-encoded-twice.ts';
import { jobExpires } from './job-expires.ts';
import { jobFailsButGrows } from './job-fails-but-grows.ts';
import { jobIdBare } from './job-id-bare.ts';
import { jobIdCamel } from './job-id-camel.ts';
import { jobIdConstant } from './job-id-constant.ts';
import { jobIdEmpty } from './job-id-empty.ts';
import { jobIdInData } from './job-id-in-data.ts';
import { jobIdNull } from './job-id-null.ts';
import { jobIdNumber } from './job-id-number.ts';
import { jobIdReused } from './job-id-reused.ts';
import { jobLowercase } from './job-lowercase.ts';
import { jobRegresses } from './job-regresses.ts';
import { jobStuck } from './job-stuck.ts';
import { jobStuckInit } from './job-stuck-init.ts';
import { jobSuccessThenFail } from './job-success-then-fail.ts';
import { jobUnknown } from './job-unknown.ts';
import { jobViewForeign } from './job-view-foreign.ts';
import { jobWrapped } from './job-wrapped.ts';
import { lostUpdate } from './lost-update.ts';
import { lowerOffByOne } from './lower-off-by-one.ts';
import { lowerUncheckedInUse } from './lower-unchecked-in-use.ts';
import { lowerUncheckedSecond } from './lower-unchecked-second.ts';
import { lowerUncheckedShared } from './lower-unchecked-shared.ts';
import { malformed500 } from './malformed-500.ts';
import { malformedHtml } from './malformed-html.ts';
import { malformedId500 } from './malformed-id-500.ts';
import { maximum1024 } from './maximum-1024.ts';
import { maximumBeforeTruncate } from './maximum-before-truncate.ts';
import { maximumClamped } from './maximum-clamped.ts';
import { maximumDecimalUnits } from './maximum-decimal-units.ts';
import { maximumErrorNumber } from './maximum-error-number.ts';
import { maximumExclusive } from './maximum-exclusive.ts';
import { maximumOffByOne } from './maximum-off-by-one.ts';
import { maximumOnDelta } from './maximum-on-delta.ts';
import { maximumUncheckedInUse } from './maximum-unchecked-in-use.ts';
import { maximumUncheckedSecond } from './maximum-unchecked-second.ts';
import { maximumUncheckedShared } from './maximum-unchecked-shared.ts';
import { metadataLost } from './metadata-lost.ts';
import { minimumGrowthTen } from './minimum-growth-ten.ts';
import { missing500 } from './missing-500.ts';
import { missingTokenAccepted } from './missing-token-accepted.ts';
import { multiattachLost } from './multiattach-lost.ts';
import { nameLost } from './name-lost.ts';
import { negativeAbsolute } from './negative-absolute.ts';
import { newSizeDefault } from './new-size-default.ts';
import { newSizeOptional } from './new-size-optional.ts';
import { noAuth } from './no-auth.ts';
import { noMaximum } from './no-maximum.ts';
import { null500 } from './null-500.ts';
import { null500Envelope } from './null-500-envelope.ts';
import { nullAccepted } from './null-accepted.ts';
import { numericString500 } from './numeric-string-500.ts';
import { objectAccepted } from './object-accepted.ts';
import { oldestRenamed } from './oldest-renamed.ts';
import { osExtendArray } from './os-extend-array.ts';
import { osExtendNullAccepted } from './os-extend-null-accepted.ts';
import { osExtendNumber } from './os-extend-number.ts';
import { osExtendOptional } from './os-extend-optional.ts';
import { osExtendUnwrapped } from './os-extend-unwrapped.ts';
import { otherProject } from './other-project.ts';
import { overflow500 } from './overflow-500.ts';
import { pathProjectIgnored } from './path-project-ignored.ts';
import { pausedRefused } from './paused-refused.ts';
import { pointZeroRefused } from './point-zero-refused.ts';
import { putExtends } from './put-extends.ts';
import { refusal500 } from './refusal-500.ts';
import { refusalChangesSize } from './refusal-changes-size.ts';
import { refusalChangesSizeLater } from './refusal-changes-size-later.ts';
import { refusalChangesState } from './refusal-changes-state.ts';
import { refusalClamps } from './refusal-clamps.ts';
import { refusalLabelledText } from './refusal-labelled-text.ts';
import { refusalShrinks } from './refusal-shrinks.ts';
import { refusalStaysExtending } from './refusal-stays-extending.ts';
import { roundsToEight } from './rounds-to-eight.ts';
import { sameSizeVolumes } from './same-size-volumes.ts';
import { secondRefused } from './second-refused.ts';
import { secondWithoutEffect } from './second-without-effect.ts';
import { serverAny } from './server-any.ts';
import { serverAnyCase } from './server-any-case.ts';
import { serverDenyList } from './server-deny-list.ts';
import { serverError500 } from './server-error-500.ts';
import { serverErrorAccepted } from './server-error-accepted.ts';
import { serverFirstOnly } from './server-first-only.ts';
import { serverLastOnly } from './server-last-only.ts';
import { serverPrefix } from './server-prefix.ts';
import { serverRebootAccepted } from './server-reboot-accepted.ts';
import { serverUnchecked } from './server-unchecked.ts';
import { serversDetached } from './servers-detached.ts';
import { sharedSingleAccepted } from './shared-single-accepted.ts';
import { shutoffRefused } from './shutoff-refused.ts';
import { sizeCapped } from './size-capped.ts';
import { sizeDecimalUnits } from './size-decimal-units.ts';
import { sizeTimes1024 } from './size-times-1024.ts';
import { spellingRefused } from './spelling-refused.ts';
import { stateError200 } from './state-error-200.ts';
import { stateErrorAccepted } from './state-error-accepted.ts';
import { stateErrorFlat } from './state-error-flat.ts';
import { stateOtherAccepted } from './state-other-accepted.ts';
import { status202 } from './status-202.ts';
import { stepTen } from './step-ten.ts';
import { stringEmptyAccepted } from './string-empty-accepted.ts';
import { stringNan } from './string-nan.ts';
import { stringPrefix } from './string-prefix.ts';
import { stringUnits } from './string-units.ts';
import { successLabelledText } from './success-labelled-text.ts';
import { successTooEarly } from './success-too-early.ts';
import { successWithError } from './success-with-error.ts';
import { successWithoutEffect } from './success-without-effect.ts';
import { suspendedRefused } from './suspended-refused.ts';
import { trailingTextIgnored } from './trailing-text-ignored.ts';
import { typeErrorFlat } from './type-error-flat.ts';
import { unknownVolume200 } from './unknown-volume-200.ts';
import { unknownVolume500 } from './unknown-volume-500.ts';
import { unknownVolumeHtml } from './unknown-volume-html.ts';
import { volumeTypeChanged } from './volume-type-changed.ts';
import { wrongTokenAccepted } from './wrong-token-accepted.ts';
import { wrongVolume } from './wrong-volume.ts';

/** Every fault by its id. */
export const faults = {
  'accepts-equal': acceptsEqual,
  'accepts-negative': acceptsNegative,
  'accepts-smaller': acceptsSmaller,
  'accepts-zero': acceptsZero,
  'active-refused': activeRefused,
  'all-volumes': allVolumes,
  'any-method-extends': anyMethodExtends,
  'array-500': array500,
  'array-unwrapped': arrayUnwrapped,
  'attributes-reset': attributesReset,
  'available-shared-refused': availableSharedRefused,
  'becomes-available': becomesAvailable,
  'becomes-bootable': becomesBootable,
  'body-array': bodyArray,
  'body-empty': bodyEmpty,
  'body-null-200': bodyNull200,
  'boolean-accepted': booleanAccepted,
  coerces: coerces,
  'compare-before-truncate': compareBeforeTruncate,
  'compare-before-truncate-in-use': compareBeforeTruncateInUse,
  'compares-as-text': comparesAsText,
  'compares-original': comparesOriginal,
  'concurrent-adds-up': concurrentAddsUp,
  'cut-off-repaired': cutOffRepaired,
  'decimal-ceil': decimalCeil,
  'decimal-point-lost': decimalPointLost,
  'decimal-refused': decimalRefused,
  'decimal-refused-in-use': decimalRefusedInUse,
  'decimal-round': decimalRound,
  'decimal-stored': decimalStored,
  'description-lost': descriptionLost,
  'doubles-at-most': doublesAtMost,
  'empty-body-200': emptyBody200,
  'error-200': error200,
  'error-and-job': errorAndJob,
  'error-capitalised': errorCapitalised,
  'error-cinder': errorCinder,
  'error-code-null': errorCodeNull,
  'error-code-number': errorCodeNumber,
  'error-detail': errorDetail,
  'error-empty': errorEmpty,
  'error-flat': errorFlat,
  'error-framework': errorFramework,
  'error-gateway': errorGateway,
  'error-html': errorHtml,
  'error-list': errorList,
  'error-no-code': errorNoCode,
  'error-no-message': errorNoMessage,
  'error-plain-text': errorPlainText,
  'error-string': errorString,
  'even-sizes-only': evenSizesOnly,
  'exponent-cut-off': exponentCutOff,
  'extra-keys-500': extraKeys500,
  'float32-precision': float32Precision,
  'fraction-refused': fractionRefused,
  'in-use-job-fails': inUseJobFails,
  'in-use-refused': inUseRefused,
  'in-use-shared-accepted': inUseSharedAccepted,
  'in-use-stays-extending': inUseStaysExtending,
  'in-use-without-effect': inUseWithoutEffect,
  increment: increment,
  'increment-second': incrementSecond,
  'infinity-clamped': infinityClamped,
  'int16-wrap': int16Wrap,
  'int32-wrap': int32Wrap,
  'job-500': job500,
  'job-completed': jobCompleted,
  'job-encoded-twice': jobEncodedTwice,
  'job-expires': jobExpires,
  'job-fails-but-grows': jobFailsButGrows,
  'job-id-bare': jobIdBare,
  'job-id-camel': jobIdCamel,
  'job-id-constant': jobIdConstant,
  'job-id-empty': jobIdEmpty,
  'job-id-in-data': jobIdInData,
  'job-id-null': jobIdNull,
  'job-id-number': jobIdNumber,
  'job-id-reused': jobIdReused,
  'job-lowercase': jobLowercase,
  'job-regresses': jobRegresses,
  'job-stuck': jobStuck,
  'job-stuck-init': jobStuckInit,
  'job-success-then-fail': jobSuccessThenFail,
  'job-unknown': jobUnknown,
  'job-view-foreign': jobViewForeign,
  'job-wrapped': jobWrapped,
  'lost-update': lostUpdate,
  'lower-off-by-one': lowerOffByOne,
  'lower-unchecked-in-use': lowerUncheckedInUse,
  'lower-unchecked-second': lowerUncheckedSecond,
  'lower-unchecked-shared': lowerUncheckedShared,
  'malformed-500': malformed500,
  'malformed-html': malformedHtml,
  'malformed-id-500': malformedId500,
  'maximum-1024': maximum1024,
  'maximum-before-truncate': maximumBeforeTruncate,
  'maximum-clamped': maximumClamped,
  'maximum-decimal-units': maximumDecimalUnits,
  'maximum-error-number': maximumErrorNumber,
  'maximum-exclusive': maximumExclusive,
  'maximum-off-by-one': maximumOffByOne,
  'maximum-on-delta': maximumOnDelta,
  'maximum-unchecked-in-use': maximumUncheckedInUse,
  'maximum-unchecked-second': maximumUncheckedSecond,
  'maximum-unchecked-shared': maximumUncheckedShared,
  'metadata-lost': metadataLost,
  'minimum-growth-ten': minimumGrowthTen,
  'missing-500': missing500,
  'missing-token-accepted': missingTokenAccepted,
  'multiattach-lost': multiattachLost,
  'name-lost': nameLost,
  'negative-absolute': negativeAbsolute,
  'new-size-default': newSizeDefault,
  'new-size-optional': newSizeOptional,
  'no-auth': noAuth,
  'no-maximum': noMaximum,
  'null-500': null500,
  'null-500-envelope': null500Envelope,
  'null-accepted': nullAccepted,
  'numeric-string-500': numericString500,
  'object-accepted': objectAccepted,
  'oldest-renamed': oldestRenamed,
  'os-extend-array': osExtendArray,
  'os-extend-null-accepted': osExtendNullAccepted,
  'os-extend-number': osExtendNumber,
  'os-extend-optional': osExtendOptional,
  'os-extend-unwrapped': osExtendUnwrapped,
  'other-project': otherProject,
  'overflow-500': overflow500,
  'path-project-ignored': pathProjectIgnored,
  'paused-refused': pausedRefused,
  'point-zero-refused': pointZeroRefused,
  'put-extends': putExtends,
  'refusal-500': refusal500,
  'refusal-changes-size': refusalChangesSize,
  'refusal-changes-size-later': refusalChangesSizeLater,
  'refusal-changes-state': refusalChangesState,
  'refusal-clamps': refusalClamps,
  'refusal-labelled-text': refusalLabelledText,
  'refusal-shrinks': refusalShrinks,
  'refusal-stays-extending': refusalStaysExtending,
  'rounds-to-eight': roundsToEight,
  'same-size-volumes': sameSizeVolumes,
  'second-refused': secondRefused,
  'second-without-effect': secondWithoutEffect,
  'server-any': serverAny,
  'server-any-case': serverAnyCase,
  'server-deny-list': serverDenyList,
  'server-error-500': serverError500,
  'server-error-accepted': serverErrorAccepted,
  'server-first-only': serverFirstOnly,
  'server-last-only': serverLastOnly,
  'server-prefix': serverPrefix,
  'server-reboot-accepted': serverRebootAccepted,
  'server-unchecked': serverUnchecked,
  'servers-detached': serversDetached,
  'shared-single-accepted': sharedSingleAccepted,
  'shutoff-refused': shutoffRefused,
  'size-capped': sizeCapped,
  'size-decimal-units': sizeDecimalUnits,
  'size-times-1024': sizeTimes1024,
  'spelling-refused': spellingRefused,
  'state-error-200': stateError200,
  'state-error-accepted': stateErrorAccepted,
  'state-error-flat': stateErrorFlat,
  'state-other-accepted': stateOtherAccepted,
  'status-202': status202,
  'step-ten': stepTen,
  'string-empty-accepted': stringEmptyAccepted,
  'string-nan': stringNan,
  'string-prefix': stringPrefix,
  'string-units': stringUnits,
  'success-labelled-text': successLabelledText,
  'success-too-early': successTooEarly,
  'success-with-error': successWithError,
  'success-without-effect': successWithoutEffect,
  'suspended-refused': suspendedRefused,
  'trailing-text-ignored': trailingTextIgnored,
  'type-error-flat': typeErrorFlat,
  'unknown-volume-200': unknownVolume200,
  'unknown-volume-500': unknownVolume500,
  'unknown-volume-html': unknownVolumeHtml,
  'volume-type-changed': volumeTypeChanged,
  'wrong-token-accepted': wrongTokenAccepted,
  'wrong-volume': wrongVolume,
} satisfies Record<string, Fault>;

export type FaultId = keyof typeof faults;
