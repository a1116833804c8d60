import type { Clock } from '../../wire/clock.ts';
import type { Observer } from '../observe.ts';
import type { Volume, VolumeProvider, VolumeSpec } from '../volume-source.ts';
import type { Listed, Use } from './listed.ts';
import { preflight } from './preflight.ts';

interface InventoryEntry {
  readonly listed: Listed;
  isOut: boolean;
  /** The reason why it is not used any more. */
  leftOut: string | undefined;
  /** It is left out because it has reached the largest size allowed. */
  isSpent: boolean;
}

/**
 * Volumes of a list, used as they are and never deleted. Each is read before use, and handed out again later, grown.
 * Giving back means that it may be used again.
 */
export function inventoryProvider(list: readonly Listed[], use: Use, observer: Observer, clock: Clock): VolumeProvider {
  const entries = list.map((listed): InventoryEntry => ({ listed, isOut: false, leftOut: undefined, isSpent: false }));

  /** The reason why the volume is of no use now; one that differs from its owner's description is never used again. */
  async function check(entry: InventoryEntry, spec: VolumeSpec): Promise<string | undefined> {
    const { listed } = entry;
    // another tenant's volume cannot be read, and must not be changed either
    if (listed.tenant === 'other') return undefined;
    const found = await preflight(listed, spec, use, observer, clock);
    if (found.kind === 'fits') return undefined;
    if (found.kind !== 'no') {
      entry.leftOut = found.why;
      entry.isSpent = found.kind === 'spent';
      use.warn(`the volume ${listed.id} of the inventory is left out: ${found.why}`);
    }
    return found.why;
  }

  return {
    hint: 'check volumes.list in the config file',
    keeps: true,
    async obtain(spec) {
      const alike = entries.filter(({ listed }) => isAlike(listed, spec));
      const isFree = ({ isOut, leftOut }: InventoryEntry): boolean => !isOut && leftOut === undefined;
      const passedOver = new Map<InventoryEntry, string>();
      for (;;) {
        const entry = alike.find((one) => isFree(one) && !passedOver.has(one));
        if (entry === undefined) break;
        entry.isOut = true;
        const why = await check(entry, spec);
        if (why === undefined) return { kind: 'volume', volume: volumeOf(entry) };
        entry.isOut = false;
        passedOver.set(entry, why);
      }
      const out = alike.filter(({ isOut }) => isOut);
      const reason = whyNone(spec, alike, passedOver);
      if (out.length > 0) return { kind: 'unavailable', reason, room: () => out.some(isFree) };
      const isSpent = alike.some((one) => one.isSpent);
      return { kind: 'unavailable', reason, room: 'never', ...(isSpent ? { budget: true } : {}) };
    },
    async giveBack({ id }) {
      for (const entry of entries) if (entry.listed.id === id) entry.isOut = false;
      return undefined;
    },
  };
}

const volumeOf = ({ listed: { project, id } }: InventoryEntry): Volume => ({ project, id });

function isAlike(listed: Listed, { status, multiattach, servers, tenant }: VolumeSpec): boolean {
  const sorted = (words: readonly string[]): string => [...words].sort().join();
  if (listed.tenant !== tenant) return false;
  if (tenant === 'other') return true;
  return listed.status === status && listed.multiattach === multiattach && sorted(listed.servers) === sorted(servers);
}

function whyNone(
  spec: VolumeSpec,
  alike: readonly InventoryEntry[],
  passedOver: ReadonlyMap<InventoryEntry, string>,
): string {
  const what = wordsFor(spec);
  if (alike.length === 0) return `the inventory has no ${what}`;
  const told = alike.flatMap((entry) => {
    const why = entry.leftOut ?? passedOver.get(entry);
    return why === undefined ? [] : [`${entry.listed.id}: ${why}`];
  });
  if (told.length < alike.length) return `every ${what} of the inventory that can be used is handed out`;
  return `the inventory has no ${what} that can be used (${told.slice(0, 3).join('; ')})`;
}

function wordsFor({ status, multiattach, servers, tenant }: VolumeSpec): string {
  if (tenant === 'other') return 'volume of another tenant';
  const attached = servers.length === 0 ? '' : ` with servers ${servers.join(', ')}`;
  return `${status}${multiattach ? ', shared' : ''} volume${attached}`;
}
