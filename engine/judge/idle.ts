import type { VolumeReading } from '../../targets/observe.ts';

const nobodys = 'a volume that nobody worked on went';
const neverHad = ', a size that it never had';

/** What is noted of a volume that has changed while nobody worked on it. `history`: the sizes that it had, in GB. */
export function idleChange(before: VolumeReading, after: VolumeReading, history: readonly number[]): string {
  const states =
    before.status === after.status ? ['', ''] : [before, after].map(({ status }) => ` in state "${status}"`);
  return `${nobodys} from ${before.size} GB${states[0]} to ${after.size} GB${states[1]}${history.includes(after.size) ? '' : neverHad}`;
}

/**
 * Of such notes one that tells of a size which no replica can show: a request has changed a volume that it was not for, and
 * nobody knows which.
 */
export const strangeGrowth = (notes: readonly string[]): string | undefined =>
  notes.find((note) => note.startsWith(nobodys) && note.endsWith(neverHad));
