import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';

/** The largest system disk, in GB. */
const SYSTEM_DISK = 1024;

/** System disks, that is, bootable volumes, have a maximum of their own. */
export const systemDisks: Change = (rules) => ({
  checkUpper: (wish, volume, context) => {
    const { settings } = context;
    const max = volume.bootable ? Math.min(SYSTEM_DISK, settings.max) : settings.max;
    return rules.checkUpper(wish, volume, { ...context, settings: { ...settings, max } });
  },
});

/** A request may ask for the current size again. */
export const currentSizeAccepted: Change = (rules) => ({
  checkLower: (wish, volume, context) =>
    wish.size === volume.size ? undefined : rules.checkLower(wish, volume, context),
});

/** Sizes are integers: no fraction is cut off. */
export const integersOnly: Change = (rules) => ({
  readSize: (body, text) => {
    const size = rules.readSize(body, text);
    return typeof size !== 'number' || Number.isInteger(size) ? size : refuse('type', 'new_size is not an integer');
  },
});
