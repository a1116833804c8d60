import { family } from '../fault.ts';
import type { BackendVolume } from '../model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';
import type { BackendSettings } from '../settings.ts';

type Taken = (
  volume: BackendVolume,
  reason: Refusal['refused'],
  settings: BackendSettings,
) => Partial<BackendVolume> | undefined;

/** Changes the volume whose extension is refused; without a result of `change` it stays as it is. */
const onRefusal =
  (change: Taken): Change =>
  () => ({
    onRefused: (volume, { refused }, { state, settings }) => {
      const changed = change(volume, refused, settings);
      if (changed) state.putVolume({ ...volume, ...changed });
    },
  });

/** The same, but 75 ms later. */
const afterRefusal =
  (change: Taken): Change =>
  () => ({
    onRefused: ({ id }, { refused }, { state, settings }) =>
      settings.clock.after(75, () => {
        const volume = state.volumes.get(id);
        const changed = volume && change(volume, refused, settings);
        if (volume && changed) state.putVolume({ ...volume, ...changed });
      }),
  });

/** The changes that a refusal makes. */
export const refusals = family({
  'refusal-changes-size': {
    summary: 'a refusal makes the volume grow by 1 GB',
    requirement: 'effect.refusal',
    mayAlsoFail: ['state.in-use-shared', 'state.server-status', 'state.other'],
    change: onRefusal(({ size }) => ({ size: size + 1 })),
  },
  'refusal-changes-size-later': {
    summary: '75 ms after a refusal the volume grows by 1 GB',
    requirement: 'effect.refusal',
    mayAlsoFail: ['state.in-use-shared', 'state.server-status', 'state.other', 'concurrency.lost-update'],
    change: afterRefusal(({ size }) => ({ size: size + 1 })),
  },
  'refusals-lock-by-403': {
    summary: 'a volume that has refused three requests answers 403 to all from then on',
    requirement: 'effect.refusal',
    change: (rules) => {
      const counts = new Map<string, number>();
      return {
        onRefused(volume, refusal, context) {
          counts.set(volume.id, (counts.get(volume.id) ?? 0) + 1);
          rules.onRefused(volume, refusal, context);
        },
        checkBusy: (volume, context) =>
          (counts.get(volume.id) ?? 0) >= 3
            ? refuse('quota', 'the volume is locked')
            : rules.checkBusy(volume, context),
      };
    },
  },
  'refusal-changes-state': {
    summary: 'a refusal leaves the volume in error_extending',
    requirement: 'effect.refusal',
    change: onRefusal(() => ({ status: 'error_extending' })),
  },
  'refusal-stays-extending': {
    summary: 'a refused in-use volume stays in the state extending',
    requirement: 'effect.refusal',
    change: onRefusal(({ status }) => (status === 'in-use' ? { status: 'extending' } : undefined)),
  },
  'refusal-clamps': {
    summary: 'a size above the maximum is refused, but the volume grows to the maximum',
    requirement: 'effect.refusal',
    change: onRefusal((_volume, reason, { max }) => (reason === 'upper' ? { size: max } : undefined)),
  },
  'refusal-shrinks': {
    summary: 'a size that is too small is refused, but the volume shrinks by 1 GB',
    requirement: 'effect.refusal',
    change: onRefusal(({ size }, reason) => (reason === 'lower' ? { size: size - 1 } : undefined)),
  },
  'refusal-renames': {
    summary: "a refusal takes the volume's name",
    requirement: 'effect.attributes',
    change: onRefusal(() => ({ name: '' })),
  },
  'refusal-renames-later': {
    summary: "75 ms after a refusal the volume's name is its id",
    requirement: 'effect.attributes',
    change: afterRefusal(({ id }) => ({ name: id })),
  },
  'refusal-clears-metadata': {
    summary: 'a refused size that is too small clears the metadata',
    requirement: 'effect.attributes',
    change: onRefusal((_volume, reason) => (reason === 'lower' ? { metadata: {} } : undefined)),
  },
  'refusal-detaches': {
    summary: 'an in-use volume that is refused a size above the maximum loses its servers',
    requirement: 'effect.attributes',
    change: onRefusal((_volume, reason) => (reason === 'upper' ? { servers: [] } : undefined)),
  },
});
