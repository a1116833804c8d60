import type { Clock } from '../../wire/clock.ts';
import type { NoReading, Observer, VolumeReading } from '../observe.ts';
import type { VolumeSpec } from '../volume-source.ts';
import type { Listed, Use } from './listed.ts';

/**
 * The use of a listed volume: `no` for this wish or at this moment, `of no use` for any, `spent` because it has grown.
 */
type Usability =
  | { readonly kind: 'fits' }
  | { readonly kind: 'no'; readonly why: string }
  | { readonly kind: 'of no use' | 'spent'; readonly why: string };

/** Statuses of volumes on the way to another state. */
const passing: ReadonlySet<string> = new Set(['extending', 'attaching', 'detaching', 'creating', 'backing-up']);

/** Reads a volume and compares it with its owner's description; waits while its status is a passing one. */
export async function preflight(
  listed: Listed,
  spec: VolumeSpec,
  use: Use,
  observer: Observer,
  clock: Clock,
): Promise<Usability> {
  const start = clock.now();
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const reading = await observer.volume({ project: listed.project, id: listed.id });
    if (reading.kind === 'unreadable') return unread(reading);
    const isPassing = passing.has(reading.status) && reading.status !== listed.status;
    if (!isPassing || clock.now() - start >= use.settleMs) return judge(reading, listed, spec, use);
    await clock.sleep(pause);
  }
}

function unread({ why, reason }: NoReading): Usability {
  if (why === 'trouble' || why === 'lost') return { kind: 'no', why: `it cannot be read now (${reason})` };
  const gone = 'it is not there: somebody has deleted it, or its id or project is wrong';
  const denied = 'it may not be read: its project or the credentials are wrong';
  return { kind: 'of no use', why: `${why === 'gone' ? gone : denied} (${reason})` };
}

function judge(reading: VolumeReading, listed: Listed, spec: VolumeSpec, { maxGb }: Use): Usability {
  const { size, status, multiattach, attributes } = reading;
  const differs = (what: string, says: unknown, is: unknown): Usability => ({
    kind: 'of no use',
    why: `the inventory says ${what} ${JSON.stringify(says)}, and it reads ${JSON.stringify(is)}: correct the inventory or the volume`,
  });
  if (status !== listed.status) return differs('status', listed.status, status);
  if (multiattach !== undefined && multiattach !== listed.multiattach)
    return differs('multiattach', listed.multiattach, multiattach);
  const { attachments } = attributes;
  if (Array.isArray(attachments) && attachments.length !== listed.servers.length)
    return differs('servers', listed.servers.length, attachments.length);
  if (size >= maxGb)
    return { kind: 'spent', why: `it has ${size} GB, and its budget of ${maxGb} GB leaves it no room to grow` };
  const small = `it has ${size} GB, and ${spec.size} GB are asked for`;
  return size < spec.size ? { kind: 'no', why: small } : { kind: 'fits' };
}
