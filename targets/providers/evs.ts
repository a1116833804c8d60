import type { Clock } from '../../wire/clock.ts';
import type { SendLimits } from '../../wire/transport.ts';
import type { ProviderLimits, VolumeProvider, VolumeSpec } from '../volume-source.ts';
import type { Creation } from './creation.ts';
import type { EvsApi } from './evs-api.ts';
import { createVolume } from './evs-create.ts';
import { openNames } from './named.ts';
import { removeVolume } from './removal.ts';
import { type CallSpan, openSpan } from './span.ts';

/** The settings for creating volumes. */
export interface EvsWishes extends Creation {
  /** The project that volumes are created in. */
  readonly project: string;
  /** Whether shared volumes can be created. */
  readonly multiattach: boolean;
  /** The time limit of a single request, in ms. */
  readonly requestMs: number;
}

/**
 * Volumes by the vendor's own endpoints, in the states that these reach: available, and shared if the settings allow
 * it. The name of each is in the ledger before its creation, so that it can be found in any case.
 */
export function evsProvider(api: EvsApi, wishes: EvsWishes, limits: ProviderLimits, clock: Clock): VolumeProvider {
  const spanOf = (within: SendLimits): CallSpan => openSpan(within, wishes.requestMs, clock);
  const names = openNames(api, wishes.project, () => spanOf(limits.teardown));
  return {
    hint: 'check volumes in the config file, the project and the credentials',
    async obtain(spec, setUp) {
      const cannot = whyEvsCannot(spec, wishes.multiattach);
      if (cannot !== undefined) return { kind: 'unavailable', reason: cannot, room: 'never' };
      return names.make(setUp, (named) => createVolume(api, spec, named, wishes, spanOf(limits.setUp)));
    },
    giveBack: (volume) => removeVolume(api, volume, spanOf(limits.teardown)),
    find: names.find,
  };
}

/**
 * The reason why the endpoints cannot make such a volume; undefined if they can. `shared`: whether shared ones can be
 * created.
 */
export function whyEvsCannot(
  { status, multiattach, servers, tenant }: VolumeSpec,
  shared: boolean,
): string | undefined {
  const made = 'the evs provider creates available volumes of its own project';
  if (tenant !== undefined) return `${made}, none of another tenant`;
  if (status !== 'available') return `${made}, none that are ${status}`;
  if (servers.length > 0) return `${made}, none with a server`;
  if (multiattach && !shared) return `${made}, and shared ones only where volumes.multiattach is true`;
  return undefined;
}
