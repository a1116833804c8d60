import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';

/** The largest system disk, in GB. */
const SYSTEM_DISK = 1024;

/** System disks, which are the bootable ones, have a maximum of their own. */
export const systemDisks: Change = (rules) => ({
  checkUpper: (wish, volume, context) => {
    const { settings } = context;
    const max = volume.bootable ? Math.min(SYSTEM_DISK, settings.max) : settings.max;
    return rules.checkUpper(wish, volume, { ...context, settings: { ...settings, max } });
  },
});

/** The current size may be asked for again. */
export const currentSizeAccepted: Change = (rules) => ({
  checkLower: (wish, volume, context) =>
    wish.size === volume.size ? undefined : rules.checkLower(wish, volume, context),
});

/** Sizes are whole: nothing is cut off. */
export const integersOnly: Change = (rules) => ({
  readSize: (body, text) => {
    const size = rules.readSize(body, text);
    return typeof size !== 'number' || Number.isInteger(size) ? size : refuse('type', 'new_size is not an integer');
  },
});
