import {
  type Condition,
  equal,
  exponent,
  fraction,
  grown,
  inUse,
  large,
  onServer,
  onServers,
  shared,
  tooLarge,
} from '../conditions.ts';
import { family } from '../fault.ts';
import { onlyWhen } from '../only-when.ts';
import type { Change } from '../rules.ts';
import { effects } from './effects.ts';
import { refusals } from './refusals.ts';
import { sideEffects } from './side-effects.ts';

const clearing: Change = () => ({
  onRefused: (volume, _refusal, { state }) => state.putVolume({ ...volume, metadata: {} }),
});

const plain: Condition = ({ spelling }) => /^\d+$/.test(spelling);

/** Wrong effects on the volume, only if two or three circumstances meet. */
export const effectPairs = family({
  'without-effect-second-in-use': {
    summary: 'the second extension of an in-use volume succeeds without an effect',
    requirement: 'effect.size',
    mayAlsoFail: ['job.truthful'],
    change: onlyWhen([inUse, grown(1), plain], () => ({ grow: () => undefined })),
  },
  'rounds-to-eight-on-servers': {
    summary: 'the size of a large volume with two servers is rounded up to a multiple of 8',
    requirement: 'effect.size',
    change: onlyWhen([onServers, large, plain], effects['rounds-to-eight'].change),
  },
  'increment-shared-second': {
    summary: 'of a shared volume that was extended before new_size is added to the size',
    requirement: 'effect.absolute',
    mayAlsoFail: ['effect.size'],
    change: onlyWhen([shared, grown(1), plain], effects.increment.change),
  },
  'refusal-grows-equal-in-use': {
    summary: 'the current size of an in-use volume is refused, and makes it grow by 1 GB',
    requirement: 'effect.refusal',
    change: onlyWhen([equal, inUse], refusals['refusal-changes-size'].change),
  },
  'refusal-in-error-over-second': {
    summary: 'a size above the maximum leaves a volume that was extended before in error_extending',
    requirement: 'effect.refusal',
    change: onlyWhen([tooLarge, grown(1)], refusals['refusal-changes-state'].change),
  },
  'refusal-grows-fraction-shared': {
    summary: 'a refused size with a fraction makes a shared volume grow by 1 GB',
    requirement: 'effect.refusal',
    change: onlyWhen([fraction, equal, shared], refusals['refusal-changes-size'].change),
  },
  'name-lost-third': {
    summary: "the volume's name becomes its id when it is extended for the third time in use",
    requirement: 'effect.attributes',
    change: onlyWhen([grown(2), inUse], sideEffects['name-lost'].change),
  },
  'metadata-lost-shared-fraction': {
    summary: 'a shared volume loses its metadata if the size has a fraction',
    requirement: 'effect.attributes',
    change: onlyWhen([shared, fraction], sideEffects['metadata-lost'].change),
  },
  'refusal-renames-equal-paused': {
    summary: 'the current size is refused, and takes the name of a volume whose server is PAUSED',
    requirement: 'effect.attributes',
    change: onlyWhen([equal, onServer('PAUSED')], refusals['refusal-renames'].change),
  },
  'refusal-clears-metadata-over-exponent': {
    summary: 'a size above the maximum in exponent form is refused, and clears the metadata',
    requirement: 'effect.attributes',
    change: onlyWhen([tooLarge, exponent], clearing),
  },
});
