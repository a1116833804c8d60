import type { Volume } from '../volume-source.ts';
import { isAccepted, isGone, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';
import type { VolumeApi } from './volume-api.ts';

/** The number of attempts at a deletion: a volume that has just been extended may be busy for a moment. */
const maxDeletions = 6;

/**
 * Deletes a volume and waits until it is gone; resolves with the failure, if there is one. `ready` makes it deletable,
 * before each attempt, and resolves with the obstacle.
 */
export async function removeVolume(
  api: VolumeApi,
  volume: Volume,
  span: CallSpan,
  ready: () => Promise<string | undefined> = async () => undefined,
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const trouble = await ready();
    const reply = await api.remove(volume.project, volume.id, span.send);
    if (isGone(reply)) return undefined;
    if (isAccepted(reply)) return untilGone(api, volume, span);
    if (attempt < maxDeletions && (await span.pause())) continue;
    const before = trouble === undefined ? '' : `; before that, ${trouble}`;
    return `its deletion, asked for ${attempt} times, ${saying(reply)}${before}`;
  }
}

/** A deletion that was accepted may still fail. */
async function untilGone(api: VolumeApi, volume: Volume, span: CallSpan): Promise<string | undefined> {
  for (;;) {
    const reply = await api.readVolume(volume.project, volume.id, span.send);
    if (isGone(reply)) return undefined;
    const status = reply.kind === 'answer' ? textAt(reply.json, 'volume', 'status') : undefined;
    const seen = status === undefined ? saying(reply) : `is "${status}"`;
    if (status?.startsWith('error') === true || !(await span.pause()))
      return `its deletion was accepted, and after ${span.ms} ms it ${seen}`;
  }
}
