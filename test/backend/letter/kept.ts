import type { Fields } from '../bench.ts';

/** What stays as it was, whatever is asked. */
export const STEADY = [
  'name',
  'description',
  'metadata',
  'multiattach',
  'volume_type',
  'availability_zone',
  'bootable',
];

/** The servers that a volume is attached to. */
export const serversOf = (volume: Fields): unknown =>
  (volume.attachments as readonly Fields[]).map((attachment) => attachment.server_id);
