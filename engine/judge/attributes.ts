import { isDeepStrictEqual } from 'node:util';
import type { VolumeReading } from '../../targets/observe.ts';
import type { Bystander } from '../step.ts';

/** The attributes that an operation leaves unchanged; every other field (`updated_at`, links, …) is free. */
const kept = [
  'name',
  'description',
  'metadata',
  'multiattach',
  'volume_type',
  'availability_zone',
  'bootable',
] as const;

/** The attributes that were there before and are not as they were; attachments by the set of their server ids. */
export function changedAttributes(before: VolumeReading, after: VolumeReading): readonly string[] {
  const changed: string[] = kept.filter(
    (name) =>
      before.attributes[name] !== undefined && !isDeepStrictEqual(before.attributes[name], after.attributes[name]),
  );
  const [servers, serversAfter] = [serversOf(before), serversOf(after)];
  if (servers !== undefined && !isDeepStrictEqual(servers, serversAfter ?? [])) changed.push('attached servers');
  return changed;
}

function serversOf({ attributes: { attachments } }: VolumeReading): readonly string[] | undefined {
  if (!Array.isArray(attachments)) return undefined;
  const ids = attachments.map((one: unknown) => String((one as { server_id?: unknown } | null)?.server_id));
  return [...new Set(ids)].sort();
}

/** The unrequested changes of a volume, in words; empty if there are none. */
export function changesOf({ before, after }: Bystander): readonly string[] {
  if (after === 'gone') return ['it is gone'];
  return [
    ...(after.size === before.size ? [] : [`size from ${before.size} to ${after.size} GB`]),
    ...(after.status === before.status ? [] : [`state from "${before.status}" to "${after.status}"`]),
    ...changedAttributes(before, after).map((name) => `its ${name}`),
  ];
}
