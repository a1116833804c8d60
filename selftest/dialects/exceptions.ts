import type { DialectId } from '../../backend/dialects/index.ts';
import type { FaultId } from '../../backend/faults/index.ts';
import type { RequirementId } from '../../spec/requirements.ts';

/** Faults that are no faults in a dialect, with the reason. */
type Exceptions = Readonly<Partial<Record<FaultId, string>>>;

const each = (faults: readonly FaultId[], why: string): Exceptions =>
  Object.fromEntries(faults.map((fault) => [fault, why]));

const currentSize: Exceptions = {
  ...each(['accepts-equal', 'equal-accepted-beside-key', 'equal-accepted-third'], 'the current size may be accepted'),
  ...each(
    [
      'error-html-equal-fraction-shared',
      'refusal-grows-equal-in-use',
      'refusal-grows-fraction-shared',
      'refusal-renames-equal-paused',
    ],
    'the current size is not refused',
  ),
};

const with202: Exceptions = {
  'error-200': 'a success is answered with 202: error-202 is that fault',
  'error-200-over-in-use': 'a success is answered with 202, and so it is no acceptance',
  'state-error-200': 'a success is answered with 202: state-error-202 is that fault',
  'status-202': 'this is its status',
};

const withoutFractions: readonly FaultId[] = [
  'error-html-equal-fraction-shared',
  'fraction-ceil-beside-key',
  'metadata-lost-shared-fraction',
  'negative-accepted-fraction',
  'over-accepted-fraction',
  'over-accepted-shared-fraction',
  'refusal-grows-fraction-shared',
  'server-any-fraction',
  'shared-in-use-accepted-fraction',
  'shared-in-use-accepted-large-fraction',
  'smaller-accepted-large-fraction',
  'state-error-accepted-fraction',
  'status-201-in-use-fraction',
];

const withoutExponents: readonly FaultId[] = [
  'error-500-smaller-exponent',
  'int32-wrap-exponent',
  'over-accepted-in-use-exponent',
  'refusal-clears-metadata-over-exponent',
  'server-unchecked-exponent',
  'shared-in-use-accepted-exponent',
  'smaller-accepted-exponent',
];

const cinder: Exceptions = {
  ...with202,
  ...each(withoutFractions, 'a size with a fraction is refused for that alone'),
  ...each(withoutExponents, 'its page says nothing of exponents, and so they meet nothing else'),
  'error-cinder': 'this is its envelope',
  'error-code-number': 'codes are numbers there',
  'in-use-job-fails': 'there is no job, and so it is in-use-without-effect',
  'job-fails-but-grows': 'there is no job that could fail',
  'job-shown-to-all': 'there is no job that could be shown',
  'maximum-error-number': 'codes are numbers there',
  'success-labelled-text': 'a success has no body',
  'tiny-number-500': 'what is no integer is refused before its fraction is looked at',
};

/** By dialect; all other faults that break a row of its contract are tried. */
export const exceptions: Readonly<Record<DialectId, Exceptions>> = {
  'extend-volume': {},
  'extend-volume-2021': {},
  'extend-volume-v2.1': with202,
  'extend-volume-otc': currentSize,
  'cinder-extend-v2': cinder,
  'cinder-extend-v3': cinder,
  'cinder-extend-otc': { ...cinder, ...currentSize },
};

type Consequences = Readonly<Partial<Record<FaultId, readonly RequirementId[]>>>;

/** A volume that becomes bootable is a system disk from then on, with a maximum of its own. */
const systemDisks: Consequences = {
  'becomes-bootable': ['size.greater', 'size.maximum', 'decimal.accepted', 'decimal.truncated', 'decimal.upper-bound'],
};

/** Without a job the end of an extension is unknown: the smaller one of two may come after the larger one. */
const withoutJobs: Consequences = {
  ...systemDisks,
  'accepts-smaller': ['concurrency.lost-update'],
  'compares-original': ['concurrency.lost-update'],
  'lower-unchecked-second': ['concurrency.lost-update'],
};

/** Requirements that may fail as well in a dialect, besides those that the same fault breaks in the first one. */
export const consequences: Readonly<Record<DialectId, Consequences>> = {
  'extend-volume': {},
  'extend-volume-2021': systemDisks,
  // any other key is an unknown one there, the optional member included
  'extend-volume-v2.1': { ...systemDisks, 'extra-keys-500': ['response.client-error', 'body.optional'] },
  'extend-volume-otc': systemDisks,
  'cinder-extend-v2': withoutJobs,
  'cinder-extend-v3': withoutJobs,
  'cinder-extend-otc': withoutJobs,
};
