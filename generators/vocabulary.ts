/**
 * Words of the wider vocabulary, beside those that a page documents: what else a server or a volume can be.
 * The page's own sets always win: a word that it documents is never used as one that it does not.
 */

/** Server states that every set-up should be able to show; a page that allows one of them takes it from here. */
export const tellingServerStatuses = ['ERROR', 'REBOOT'] as const;

/** The other states of a server, as compute services name them; and spellings that are none of the documented words. */
export const otherServerStatuses = [
  'SHUTOFF',
  'SUSPENDED',
  'PAUSED',
  'ACTIVE',
  'SHELVED',
  'RESIZE',
  'BUILD',
  'RESCUE',
  'HARD_REBOOT',
  'MIGRATING',
  'VERIFY_RESIZE',
  'SHELVED_OFFLOADED',
  'REBUILD',
  'UNKNOWN',
  'PASSWORD',
  'REVERT_RESIZE',
  'SOFT_DELETED',
] as const;

/** The other states of a volume. */
export const otherVolumeStatuses = [
  'error',
  'creating',
  'extending',
  'deleting',
  'error_extending',
  'attaching',
  'detaching',
  'backing-up',
  'restoring-backup',
  'downloading',
  'uploading',
  'retyping',
  'error_deleting',
  'maintenance',
] as const;
