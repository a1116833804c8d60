import type { Observer } from '../../targets/observe.ts';
import { whyEvsCannot } from '../../targets/providers/evs.ts';
import { inventoryProvider } from '../../targets/providers/inventory.ts';
import { nowhere } from '../../targets/providers/nowhere.ts';
import type { VolumeSettings } from '../../targets/providers/open.ts';
import { whyOpenstackCannot } from '../../targets/providers/openstack-cannot.ts';
import type { VolumeProvider, VolumeSpec } from '../../targets/volume-source.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Shelf } from './shelf.ts';

/** The provider of a dry run: the one of the settings, with the ideal service's volumes. */
export interface DryRunProviderParts {
  readonly shelf: Shelf;
  readonly project: string;
  readonly observer: Observer;
  readonly clock: Clock;
  /** An inventory does not say how large its volumes are: they are taken for as small as can be, in GB. */
  readonly minSize: number;
}

/** Hands out the volumes that the provider of the settings would hand out if the settings are right. */
export function dryRunProvider(settings: VolumeSettings, parts: DryRunProviderParts): VolumeProvider {
  const { shelf, project, observer, clock, minSize } = parts;
  const made: VolumeProvider = {
    hint: '',
    async obtain(spec) {
      const { id } = shelf.setUp(spec, project);
      return { kind: 'volume', volume: { project, id } };
    },
    async giveBack({ id }) {
      shelf.remove(id);
      return undefined;
    },
  };
  switch (settings.kind) {
    case 'nowhere':
      return nowhere;
    case 'hook':
      return { ...made, isForTests: true };
    case 'command':
      return made;
    case 'evs':
      return unless((spec) => whyEvsCannot(spec, settings.multiattach), made);
    case 'openstack':
      return unless((spec) => whyOpenstackCannot(spec, settings), made);
    case 'inventory': {
      for (const { tenant, ...listed } of settings.list)
        shelf.place({ ...listed, size: minSize, ...(tenant === undefined ? {} : { tenant }) });
      return inventoryProvider(settings.list, { maxGb: settings.maxGb, settleMs: 0, warn: () => {} }, observer, clock);
    }
  }
}

/** The same provider, without the volumes that its way cannot give. */
function unless(whyNot: (spec: VolumeSpec) => string | undefined, provider: VolumeProvider): VolumeProvider {
  return {
    ...provider,
    async obtain(spec, setUp) {
      const reason = whyNot(spec);
      return reason === undefined ? provider.obtain(spec, setUp) : { kind: 'unavailable', reason, room: 'never' };
    },
  };
}
