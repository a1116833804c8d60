import { type Answer, json } from './answers.ts';
import { isJsonObject } from './json.ts';
import type { Volume } from './model.ts';
import type { Context, Rules } from './rules.ts';

/** The value under `os-extend.new_size`, or undefined where there is none. */
export function newSizeOf(body: unknown): unknown {
  return member(member(body, 'os-extend'), 'new_size');
}

/** An own member of a JSON object; undefined where there is none, or where `value` is no object. */
export function member(value: unknown, key: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** `new_size` as it is spelled in the body, for faults of parsers that see text where others see a number. */
export function spellingOf(text: string): string {
  return [...text.matchAll(/"new_size"\s*:\s*(-?\d[\d.eE+-]*)/g)].at(-1)?.[1] ?? '';
}

/**
 * Accepts the bodies that `isLetThrough` picks, without an effect: the size NaN passes both bounds, and the volume
 * keeps its own. What the state rules refuse is refused as ever.
 */
export function acceptIdly(rules: Rules, isLetThrough: (body: unknown) => boolean): Partial<Rules> {
  return {
    readSize: (body, text) => (isLetThrough(body) ? Number.NaN : rules.readSize(body, text)),
    grow: (job, context) => {
      if (!Number.isNaN(job.size)) rules.grow(job, context);
    },
  };
}

/** The answer with another body, labelled as JSON as before. */
export const withBody = (answer: Answer, body: unknown): Answer => json(answer.status, body);

/** The answer under another media type. */
export function labelled(answer: Answer, mediaType: string): Answer {
  return { ...answer, headers: { ...answer.headers, 'content-type': mediaType } };
}

/** What a framework prints when nobody catches. */
export const stackTrace = (error: Error): string =>
  `Internal Server Error\n${error.name}: ${error.message}\n    at ExtendVolume.handle (/srv/app/extend.js:42:17)\n`;

/** The context of a service that does not know one of the good server states. */
export function without(context: Context, status: string): Context {
  const servers = context.settings.servers.filter((known) => known !== status);
  return { ...context, settings: { ...context.settings, servers } };
}

/** The volume as a service sees it that takes the given server states for good ones. */
export function ignoring(volume: Volume, statuses: readonly string[]): Volume {
  return { ...volume, servers: volume.servers.filter(({ status }) => !statuses.includes(status)) };
}

/** Changes more of the extended volume than its size. */
export function changeAttributes(rules: Rules, change: (volume: Volume) => Partial<Volume>): Partial<Rules> {
  return {
    grow: (job, context) => {
      rules.grow(job, context);
      const volume = context.state.volumes.get(job.volumeId);
      if (volume) context.state.putVolume({ ...volume, ...change(volume) });
    },
  };
}
