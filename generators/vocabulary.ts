/**
 * Words besides those that a page documents: further states of a server or a volume. The page's own words always win: a
 * documented word is never used as an undocumented one.
 */

/** Server states that every set-up should be able to show. A page that allows one of them removes it from this list. */
export const tellingServerStatuses = ['ERROR', 'REBOOT'] as const;

/** The other states of a server, in the words of compute services. */
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
