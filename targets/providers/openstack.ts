import type { Clock } from '../../wire/clock.ts';
import type { SendLimits } from '../../wire/transport.ts';
import type { Named, ProviderLimits, VolumeProvider, VolumeSpec } from '../volume-source.ts';
import { type Created, type Creation, failed, spelled, untilAvailable, whyNotCreated } from './creation.ts';
import { openNames } from './named.ts';
import type { OpenstackApi } from './openstack-api.ts';
import { type OpenstackStates, whyOpenstackCannot } from './openstack-cannot.ts';
import { bringInto } from './openstack-states.ts';
import { undoState } from './openstack-undo.ts';
import { removeVolume } from './removal.ts';
import { saying, textAt } from './reply.ts';
import { type CallSpan, openSpan } from './span.ts';

/** The settings for creating volumes, and the states that are wanted. */
export interface OpenstackWishes extends Creation, OpenstackStates {
  /** The project that volumes are created in. */
  readonly project: string;
  /** The time limit of a single request, in ms. */
  readonly requestMs: number;
}

/** The time within which a change of a volume's state shows, in ms. */
const momentMs = 5_000;

/**
 * Cinder's words for a single volume above the limit: a refusal that does not change when other volumes have come back.
 */
const tooLarge = /VolumeSizeExceedsLimit/;

/** The part of the time for giving a volume back after which work under way is cut short. */
const settlePart = 0.5;

/**
 * Volumes by OpenStack's block storage API: created, attached, and reset to any status that Cinder and the credentials
 * allow. The name of each is in the ledger before its creation, so that it can be found in any case.
 */
export function openstackProvider(
  api: OpenstackApi,
  wishes: OpenstackWishes,
  limits: ProviderLimits,
  clock: Clock,
): VolumeProvider {
  const spanOf = (within: SendLimits, atMost = Number.POSITIVE_INFINITY): CallSpan => {
    const timeoutMs = Math.min(within.timeoutMs ?? Number.POSITIVE_INFINITY, atMost);
    return openSpan({ ...within, timeoutMs }, wishes.requestMs, clock);
  };
  const names = openNames(api, wishes.project, () => spanOf(limits.teardown));
  /** Wishes that were tried and refused for good, because each try costs a volume. */
  const refusals = new Map<string, string>();
  const forced = new Map<string, string>();

  async function create(spec: VolumeSpec, named: Named): Promise<Created> {
    const created = await createVolume(api, spec, named, wishes, spanOf(limits.setUp));
    if (created.kind !== 'volume') return created;
    const { volume } = created;
    // a plain volume has been read already
    if (spec.status === 'available' && !spec.multiattach) return created;
    forced.set(volume.id, spec.status);
    return bringInto(api, volume, spec, spanOf(limits.setUp, momentMs));
  }

  return {
    hint: 'check volumes in the config file, the project and the credentials',
    async obtain(spec, setUp) {
      const wish = JSON.stringify({ ...spec, size: 0 });
      const cannot = whyOpenstackCannot(spec, wishes) ?? refusals.get(wish);
      if (cannot !== undefined) return { kind: 'unavailable', reason: cannot, room: 'never' };
      const obtained = await names.make(setUp, (named) => create(spec, named));
      const isTried = obtained.kind === 'unavailable' && obtained.made !== undefined;
      if (isTried && obtained.room === 'never') refusals.set(wish, obtained.reason);
      return obtained;
    },
    async giveBack(volume) {
      const span = spanOf(limits.teardown);
      const settle = spanOf(limits.teardown, span.ms * settlePart);
      const { resetState } = wishes;
      const undoing = { resetState, forced: forced.get(volume.id), settle, span };
      const trouble = await removeVolume(api, volume, span, () => undoState(api, volume, undoing));
      if (trouble === undefined) forced.delete(volume.id);
      return trouble;
    },
    find: names.find,
  };
}

/** Creates one volume and follows it until it is available. Its type makes a volume shared. */
async function createVolume(
  api: OpenstackApi,
  { size, multiattach }: VolumeSpec,
  named: Named,
  wishes: OpenstackWishes,
  span: CallSpan,
): Promise<Created> {
  const { availabilityZone, multiattachType } = wishes;
  const volumeType = multiattach ? multiattachType : wishes.volumeType;
  const wish = { name: named.name, size, ...spelled({ availabilityZone, volumeType }) };
  const reply = await api.create(named.project, wish, span.send);
  const trouble = whyNotCreated(reply);
  if (trouble?.kind === 'unavailable' && tooLarge.test(trouble.reason)) return { ...trouble, room: 'never' };
  if (trouble !== undefined) return trouble;
  const id = reply.kind === 'answer' ? textAt(reply.json, 'volume', 'id') : undefined;
  if (id !== undefined) return untilAvailable(api, { ...named, id }, span);
  return failed(`the creation of a volume ${saying(reply)} without the id of a volume`, 'unknown');
}
