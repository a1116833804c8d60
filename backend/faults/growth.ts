import { family } from '../fault.ts';
import { refusing } from '../fault-tools.ts';
import type { BackendVolume } from '../model.ts';
import { refuse } from '../refusal.ts';
import type { Change, RequestedSize } from '../rules.ts';

/** Does not compare some sizes with the current one. */
const unchecked =
  (isUnchecked: (wish: RequestedSize, volume: BackendVolume) => boolean): Change =>
  (rules) => ({
    checkLower: (wish, volume, context) =>
      isUnchecked(wish, volume) ? undefined : rules.checkLower(wish, volume, context),
  });

const notGreater = 'new_size is not greater than the current size';

/** The current size as the lower bound, and larger sizes that are refused. */
export const growth = family({
  'accepts-equal': {
    summary: 'the current size is accepted as the new size',
    requirement: 'size.not-greater',
    change: unchecked((wish, volume) => wish.size === volume.size),
  },
  'accepts-smaller': {
    summary: 'there is no lower bound: volumes shrink',
    requirement: 'size.not-greater',
    change: unchecked(() => true),
  },
  'accepts-negative': {
    summary: 'only positive sizes are compared with the current one',
    requirement: 'size.not-greater',
    change: unchecked(({ size }) => size <= 0),
  },
  'negative-absolute': {
    summary: 'the sign is dropped: -200 is 200',
    requirement: 'size.not-greater',
    change: () => ({
      toInteger: (raw) => Math.trunc(Math.abs(raw)),
    }),
  },
  'accepts-zero': {
    summary: 'zero counts as not set: it is accepted, and nothing happens',
    requirement: 'size.not-greater',
    change: (rules) => ({
      ...unchecked(({ raw }) => raw === 0)(rules),
      grow: (job, context) => {
        if (job.size !== 0) rules.grow(job, context);
      },
    }),
  },
  'compares-as-text': {
    summary: 'sizes are compared as text: "90" is greater than "100"',
    requirement: 'size.greater',
    mayAlsoFail: ['size.not-greater', 'size.maximum'],
    change: () => ({
      checkLower: ({ size }, volume) => (String(size) > String(volume.size) ? undefined : refuse('lower', notGreater)),
    }),
  },
  'compares-original': {
    summary: 'new_size is compared with the size at creation',
    requirement: 'size.not-greater',
    change: (rules) => ({
      checkLower: (wish, volume, context) => rules.checkLower(wish, { ...volume, size: volume.originalSize }, context),
    }),
  },
  'lower-unchecked-in-use': {
    summary: 'the lower bound is not checked for in-use volumes',
    requirement: 'size.not-greater',
    change: unchecked((_wish, { status }) => status === 'in-use'),
  },
  'lower-unchecked-second': {
    summary: 'the lower bound is not checked once the volume has grown',
    requirement: 'size.not-greater',
    change: unchecked((_wish, { size, originalSize }) => size !== originalSize),
  },
  'lower-unchecked-shared': {
    summary: 'the lower bound is not checked for shared volumes',
    requirement: 'size.not-greater',
    change: unchecked((_wish, { multiattach }) => multiattach),
  },
  'lower-off-by-one': {
    summary: 'the current size + 1 is refused',
    requirement: 'size.greater',
    change: refusing((wish, volume) => wish.size === volume.size + 1, notGreater),
  },
  'minimum-growth-ten': {
    summary: 'volumes grow by at least 10 GB',
    requirement: 'size.greater',
    change: refusing((wish, volume) => wish.size < volume.size + 10, 'a volume grows by at least 10 GB'),
  },
  'step-ten': {
    summary: 'volumes grow in steps of 10 GB only',
    requirement: 'size.greater',
    mayAlsoFail: ['size.maximum'],
    change: (rules) => ({
      checkUpper: (wish, volume, context) =>
        rules.checkUpper(wish, volume, context) ??
        ((wish.size - volume.size) % 10 === 0 ? undefined : refuse('lower', 'volumes grow in steps of 10 GB')),
    }),
  },
  'even-sizes-only': {
    summary: 'odd sizes are refused',
    requirement: 'size.greater',
    change: (rules) => ({
      checkUpper: (wish, volume, context) =>
        rules.checkUpper(wish, volume, context) ??
        (wish.size % 2 === 0 ? undefined : refuse('upper', 'new_size is not a multiple of 2')),
    }),
  },
  'doubles-at-most': {
    summary: 'a volume can at most double',
    requirement: 'size.greater',
    mayAlsoFail: ['size.maximum'],
    change: (rules) => ({
      checkUpper: (wish, volume, context) =>
        wish.size > volume.size * 2
          ? refuse('upper', 'a volume can at most double')
          : rules.checkUpper(wish, volume, context),
    }),
  },
  'second-refused': {
    summary: 'a volume can be extended only once',
    requirement: 'size.greater',
    change: (rules) => ({
      checkState: (volume, context) =>
        volume.size === volume.originalSize
          ? rules.checkState(volume, context)
          : refuse('status', 'the volume was extended already'),
    }),
  },
});
