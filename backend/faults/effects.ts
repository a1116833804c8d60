import { family } from '../fault.ts';
import { growing, whereNoneFits } from '../fault-tools.ts';
import type { BackendVolume } from '../model.ts';
import type { Change } from '../rules.ts';

/** Only some volumes grow; the others stay as they are. */
const growingOnly =
  (isGrown: (volume: BackendVolume) => boolean): Change =>
  (rules) => ({
    grow: (job, context) => {
      const volume = context.state.volumes.get(job.volumeId);
      if (volume && isGrown(volume)) rules.grow(job, context);
    },
  });

/** A volume goes back to its old size, so many ms after it has grown. */
const fallingBack =
  (ms: number): Change =>
  (rules) => ({
    grow: (job, context) => {
      const { state, settings } = context;
      const old = state.volumes.get(job.volumeId)?.size;
      rules.grow(job, context);
      settings.clock.after(ms, () => {
        const volume = state.volumes.get(job.volumeId);
        if (volume && old !== undefined) state.putVolume({ ...volume, size: old });
      });
    },
  });

/** Accepted extensions after which the size is not the requested one, or the job denies it. */
export const effects = family({
  'success-without-effect': {
    summary: 'the job ends in SUCCESS, but the size stays',
    requirement: 'effect.size',
    mayAlsoFail: whereNoneFits,
    change: growingOnly(() => false),
  },
  'in-use-without-effect': {
    summary: 'extensions of in-use volumes succeed without an effect',
    requirement: 'effect.size',
    mayAlsoFail: ['job.truthful'],
    change: growingOnly(({ status }) => status !== 'in-use'),
  },
  'second-without-effect': {
    summary: 'the second extension succeeds without an effect',
    requirement: 'effect.size',
    mayAlsoFail: ['effect.absolute', 'job.truthful'],
    change: growingOnly(({ size, originalSize }) => size === originalSize),
  },
  'job-fails-but-grows': {
    summary: 'the job says FAIL although the volume grew',
    requirement: 'effect.size',
    change: (rules) => ({
      conclude: (job, context) => {
        rules.conclude(job, context);
        const ended = context.state.jobs.get(job.id);
        if (ended) context.state.putJob({ ...ended, status: 'FAIL', failReason: 'timed out' });
      },
    }),
  },
  'growth-falls-back': {
    summary: 'a volume goes back to its old size 300 ms after it has grown',
    requirement: 'effect.size',
    mayAlsoFail: whereNoneFits,
    change: fallingBack(300),
  },
  'growth-falls-back-later': {
    summary: 'a volume goes back to its old size 1.5 s after it has grown',
    requirement: 'effect.size',
    mayAlsoFail: whereNoneFits,
    change: fallingBack(1_500),
  },
  'size-capped': {
    summary: 'sizes above 16384 are accepted, but the volume grows to 16384 only',
    requirement: 'effect.size',
    mayAlsoFail: ['job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
    change: growing((size, volume) => Math.max(volume.size, Math.min(size, 16384))),
  },
  'size-decimal-units': {
    summary: 'GiB are taken for GB: 200 becomes 214',
    requirement: 'effect.size',
    mayAlsoFail: whereNoneFits,
    change: growing((size) => Math.floor((size * 1024 ** 3) / 1000 ** 3)),
  },
  'size-times-1024': {
    summary: 'a slip of units: the size becomes 1024 times the one asked for',
    requirement: 'effect.size',
    mayAlsoFail: whereNoneFits,
    change: growing((size) => size * 1024),
  },
  'rounds-to-eight': {
    summary: 'the size is rounded up to a multiple of 8',
    requirement: 'effect.size',
    mayAlsoFail: whereNoneFits,
    change: growing((size) => Math.ceil(size / 8) * 8),
  },
  increment: {
    summary: 'new_size is added to the current size',
    requirement: 'effect.absolute',
    mayAlsoFail: ['effect.size', ...whereNoneFits],
    change: growing((size, volume) => volume.size + size),
  },
  'increment-second': {
    summary: "the second extension's new_size is added to the size",
    requirement: 'effect.absolute',
    mayAlsoFail: ['effect.size', 'job.truthful'],
    change: growing((size, volume) => (volume.size > volume.originalSize ? volume.size + size : size)),
  },
});
