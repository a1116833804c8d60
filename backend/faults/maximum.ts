import { family } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';
import type { BackendVolume } from '../model.ts';
import { refuse } from '../refusal.ts';
import type { Change, Rules } from '../rules.ts';

/** Does not compare some sizes with the maximum; numbers beyond a double are still refused. */
const unchecked =
  (isUnchecked: (volume: BackendVolume, size: number, max: number) => boolean): Change =>
  (rules) => ({
    checkUpper: (wish, volume, context) =>
      Number.isFinite(wish.size) && isUnchecked(volume, wish.size, context.settings.max)
        ? undefined
        : rules.checkUpper(wish, volume, context),
  });

/** Stores sizes in this many bits, without a sign. */
const wrapping =
  (bits: number): Change =>
  () => ({
    toInteger: (raw) => (raw >= 2 ** bits ? Math.trunc(raw) % 2 ** bits : Math.trunc(raw)),
    // Infinity % n is NaN, which must not pass for a size
    checkUpper: ({ size }, _volume, { settings }) =>
      size <= settings.max ? undefined : refuse('upper', `new_size is above the maximum ${settings.max}`),
  });

const growClamped = (rules: Rules): Pick<Rules, 'grow'> => ({
  grow: (job, context) => rules.grow({ ...job, size: Math.min(job.size, context.settings.max) }, context),
});

/** The maximum as the upper bound. */
export const maximum = family({
  'no-maximum': {
    summary: 'there is no upper bound',
    requirement: 'size.over-maximum',
    change: () => ({
      // numbers beyond a double are still refused, because the parser sees to that, and not a bound
      checkUpper: ({ size }) =>
        size === Number.POSITIVE_INFINITY ? refuse('upper', 'new_size is too large') : undefined,
    }),
  },
  'maximum-off-by-one': {
    summary: 'one GB above the maximum is accepted',
    requirement: 'size.over-maximum',
    change: unchecked((_volume, size, max) => size === max + 1),
  },
  'maximum-exclusive': {
    summary: 'exactly the maximum is refused',
    requirement: 'size.maximum',
    change: (rules) => ({
      checkUpper: (wish, volume, context) =>
        wish.size === context.settings.max
          ? refuse('upper', 'new_size is not below the maximum')
          : rules.checkUpper(wish, volume, context),
    }),
  },
  'maximum-1024': {
    summary: "the system disk's maximum of 1024 GB holds for every volume",
    requirement: 'size.greater',
    mayAlsoFail: ['size.maximum'],
    change: () => ({
      checkUpper: ({ size }) =>
        size > 1024 ? refuse('upper', `new_size ${size} is above the maximum 1024`) : undefined,
    }),
  },
  'maximum-decimal-units': {
    summary: '32 TB is taken as 32000 GB',
    requirement: 'size.greater',
    mayAlsoFail: ['size.maximum'],
    change: (rules) => ({
      checkUpper: (wish, volume, context) => {
        const max = Math.floor(context.settings.max / 1024) * 1000;
        return rules.checkUpper(wish, volume, { ...context, settings: { ...context.settings, max } });
      },
    }),
  },
  'maximum-on-delta': {
    summary: 'the growth, not the new size, is compared with the maximum',
    requirement: 'size.over-maximum',
    change: (rules) => ({
      checkUpper: (wish, volume, context) =>
        rules.checkUpper({ ...wish, size: wish.size - volume.size }, volume, context),
    }),
  },
  'maximum-clamped': {
    summary: 'larger sizes become the maximum',
    requirement: 'size.over-maximum',
    mayAlsoFail: ['size.long-number'],
    change: (rules) => ({ ...growClamped(rules), checkUpper: () => undefined }),
  },
  'infinity-clamped': {
    summary: 'a number beyond every double becomes the maximum',
    requirement: 'size.over-maximum',
    mayAlsoFail: ['size.long-number'],
    change: (rules) => ({
      ...growClamped(rules),
      readSize: (body, text) =>
        newSizeOf(body) === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : rules.readSize(body, text),
      checkUpper: (wish, volume, context) =>
        wish.size === Number.POSITIVE_INFINITY ? undefined : rules.checkUpper(wish, volume, context),
    }),
  },
  'int16-wrap': {
    summary: 'sizes are taken modulo 2^16: 65736 is 200',
    requirement: 'size.over-maximum',
    change: wrapping(16),
  },
  'int32-wrap': {
    summary: 'sizes are taken modulo 2^32: 4294967496 is 200',
    requirement: 'size.over-maximum',
    change: wrapping(32),
  },
  'maximum-unchecked-in-use': {
    summary: 'the maximum is not checked for in-use volumes',
    requirement: 'size.over-maximum',
    change: unchecked(({ status }) => status === 'in-use'),
  },
  'maximum-unchecked-second': {
    summary: 'the maximum is not checked once the volume has grown',
    requirement: 'size.over-maximum',
    change: unchecked(({ size, originalSize }) => size > originalSize),
  },
  'maximum-unchecked-shared': {
    summary: 'the maximum is not checked for shared volumes',
    requirement: 'size.over-maximum',
    change: unchecked(({ multiattach }) => multiattach),
  },
});
