import type { RequirementId } from '../spec/requirements.ts';
import type { Answer } from './answers.ts';
import type { DialectId } from './dialects/index.ts';
import { isJsonObject } from './json.ts';
import type { BackendVolume } from './model.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Change, RequestedSize } from './rules.ts';

/** The dialects in which the success status is 202. */
export const with202: readonly DialectId[] = [
  'extend-volume-v2.1',
  'cinder-extend-v2',
  'cinder-extend-v3',
  'cinder-extend-otc',
];

/** Requirements that fail as well if no extension ends at the requested size, in any words. */
export const whereNoneFits = [
  'job.truthful',
  'body.extra-keys',
  'concurrency.lost-update',
  'body.robust',
  'body.media-type',
  'size.long-number',
] as const satisfies readonly RequirementId[];

/** The value under `os-extend.new_size`; undefined if there is none. */
export function newSizeOf(body: unknown): unknown {
  return member(member(body, 'os-extend'), 'new_size');
}

/** `new_size` as it is spelled in the body, for parsers that see text in place of a number. */
export function spellingOf(text: string): string {
  return [...text.matchAll(/"new_size"\s*:\s*(-?\d[\d.eE+-]*)/g)].at(-1)?.[1] ?? '';
}

/** An own member of a JSON object; undefined if there is none, or if `value` is no object. */
export function member(value: unknown, key: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Reads the size of some bodies in a way of its own, and as usual if `read` gives nothing. */
export const reading =
  (read: (body: unknown, text: string) => number | Refusal | undefined): Change =>
  (rules) => ({ readSize: (body, text) => read(body, text) ?? rules.readSize(body, text) });

/**
 * Accepts the bodies that `isLetThrough` picks, without an effect: the size NaN passes both bounds, and the volume
 * keeps its own. Refusals by the state rules stay.
 */
export const acceptingIdly =
  (isLetThrough: (body: unknown) => boolean): Change =>
  (rules) => ({
    ...reading((body) => (isLetThrough(body) ? Number.NaN : undefined))(rules),
    grow: (job, context) => {
      if (!Number.isNaN(job.size)) rules.grow(job, context);
    },
  });

/** Refuses some sizes besides those that are too small. */
export const refusing =
  (isRefused: (wish: RequestedSize, volume: BackendVolume) => boolean, message: string): Change =>
  (rules) => ({
    checkLower: (wish, volume, context) =>
      isRefused(wish, volume) ? refuse('lower', message) : rules.checkLower(wish, volume, context),
  });

/** The volume grows to another size than the one asked for; both in GB. */
export const growing =
  (to: (size: number, volume: BackendVolume) => number): Change =>
  (rules) => ({
    grow: (job, context) => {
      const volume = context.state.volumes.get(job.volumeId);
      if (volume) rules.grow({ ...job, size: to(job.size, volume) }, context);
    },
  });

/** The answer under another media type. */
export function labelled(answer: Answer, mediaType: string): Answer {
  return { ...answer, headers: { ...answer.headers, 'content-type': mediaType } };
}

/** The output of a framework for an uncaught error. */
export const stackTrace = (error: Error): string =>
  `Internal Server Error\n${error.name}: ${error.message}\n    at ExtendVolume.handle (/srv/app/extend.js:42:17)\n`;
