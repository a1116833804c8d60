import { speaksOfQuota } from '../../wire/quota.ts';
import { shownText } from '../text.ts';
import type { Obtained, Volume } from '../volume-source.ts';
import { jsonOf, type Reply, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';
import type { VolumeApi } from './volume-api.ts';

/** The members that are sent besides name and size. */
export interface Creation {
  readonly availabilityZone?: string | undefined;
  readonly volumeType?: string | undefined;
}

/** `ended`: a job has failed and names no volume; only the list can say whether it left one. */
export type Created = Obtained | { readonly kind: 'ended'; readonly reason: string };

type FailedCreation = Extract<Obtained, { readonly kind: 'failed' }>;

export const failed = (reason: string, made: FailedCreation['made']): FailedCreation => ({
  kind: 'failed',
  reason,
  made,
});

/**
 * A refusal for want of room concerns this wish only, and may change when volumes have come back; any other means that
 * the provider does not work.
 */
export function refused(reason: string, isQuota = false): Obtained {
  if (isQuota || speaksOfQuota(reason)) return { kind: 'unavailable', reason: `the quota is exhausted: ${reason}` };
  return failed(reason, 'no');
}

/** The settings of a creation, as both services spell them. */
export const spelled = ({ availabilityZone, volumeType }: Creation) => ({
  ...(availabilityZone === undefined ? {} : { availability_zone: availabilityZone }),
  ...(volumeType === undefined ? {} : { volume_type: volumeType }),
});

/** The failure that the reply to a creation reports; undefined if it was accepted. */
export function whyNotCreated(reply: Reply): Obtained | undefined {
  const reason = `the creation of a volume ${saying(reply)}`;
  if (reply.kind === 'none') return failed(reason, reply.reason === 'unreachable' ? 'no' : 'unknown');
  if (reply.status >= 500) return failed(reason, 'unknown');
  if (reply.status >= 300) return refused(reason, reply.status === 413);
  return undefined;
}

/** Follows a volume that is being created until it is available. */
export async function untilAvailable(api: VolumeApi, volume: Volume, span: CallSpan): Promise<Obtained> {
  for (;;) {
    const reply = await api.readVolume(volume.project, volume.id, span.send);
    const status = textAt(jsonOf(reply), 'volume', 'status');
    if (status === 'available') return { kind: 'volume', volume };
    const seen = status === undefined ? saying(reply) : `is "${shownText(status)}"`;
    const reason = `the volume ${volume.id} that was created ${seen}, and did not become available within ${span.ms} ms`;
    if (status?.startsWith('error') === true || !(await span.pause())) return failed(reason, volume);
  }
}
