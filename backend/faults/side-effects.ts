import { family } from '../fault.ts';
import type { BackendVolume } from '../model.ts';
import type { Refusal } from '../refusal.ts';
import type { Change, RuleContext } from '../rules.ts';
import type { BackendSettings } from '../settings.ts';

/** Changes more of the extended volume than its size. */
const changing =
  (change: (volume: BackendVolume) => Partial<BackendVolume>): Change =>
  (rules) => ({
    grow: (job, context) => {
      rules.grow(job, context);
      const volume = context.state.volumes.get(job.volumeId);
      if (volume) context.state.putVolume({ ...volume, ...change(volume) });
    },
  });

/** Changes the volume whose extension is refused; `change` gives nothing where it stays as it is. */
const onRefusal =
  (
    change: (
      volume: BackendVolume,
      reason: Refusal['refused'],
      settings: BackendSettings,
    ) => Partial<BackendVolume> | undefined,
  ): Change =>
  () => ({
    onRefused: (volume, { refused }, { state, settings }) => {
      const changed = change(volume, refused, settings);
      if (changed) state.putVolume({ ...volume, ...changed });
    },
  });

/** The project's volume that was there first. */
const oldestOf = (projectId: string, { state }: RuleContext): BackendVolume | undefined =>
  [...state.volumes.values()].find((volume) => volume.projectId === projectId);

/** What changes beside the size: other attributes, other volumes, and anything at all under a refusal. */
export const sideEffects = family({
  'attributes-reset': {
    summary: 'the volume loses its name and its metadata',
    requirement: 'effect.attributes',
    change: changing(() => ({ name: '', metadata: {} })),
  },
  'name-lost': {
    summary: "the volume's name becomes its id",
    requirement: 'effect.attributes',
    change: changing(({ id }) => ({ name: id })),
  },
  'description-lost': {
    summary: 'the volume loses its description',
    requirement: 'effect.attributes',
    change: changing(() => ({ description: '' })),
  },
  'metadata-lost': {
    summary: 'the volume loses its metadata',
    requirement: 'effect.attributes',
    change: changing(() => ({ metadata: {} })),
  },
  'multiattach-lost': {
    summary: 'a shared volume is not shared after its extension',
    requirement: 'effect.attributes',
    change: changing(() => ({ multiattach: false })),
  },
  'servers-detached': {
    summary: 'an in-use volume loses its servers',
    requirement: 'effect.attributes',
    change: changing(() => ({ servers: [] })),
  },
  'volume-type-changed': {
    summary: 'the volume changes its type',
    requirement: 'effect.attributes',
    change: changing(() => ({ volumeType: 'GPSSD' })),
  },
  'becomes-available': {
    summary: 'an in-use volume is available after its extension',
    requirement: 'effect.attributes',
    change: changing(() => ({ status: 'available' })),
  },
  'becomes-bootable': {
    summary: 'the volume is bootable after its extension',
    requirement: 'effect.attributes',
    change: changing(() => ({ bootable: true })),
  },
  'in-use-stays-extending': {
    summary: 'an in-use volume stays in the state extending after its extension',
    requirement: 'effect.attributes',
    change: changing(({ status }) => (status === 'in-use' ? { status: 'extending' } : {})),
  },
  'all-volumes': {
    summary: 'every smaller volume of the project is extended, too',
    requirement: 'effect.one-volume',
    change: (rules) => ({
      grow: (job, context) => {
        rules.grow(job, context);
        for (const other of context.state.volumes.values()) {
          if (other.projectId === job.projectId && other.size < job.size) {
            rules.grow({ ...job, volumeId: other.id }, context);
          }
        }
      },
    }),
  },
  'same-size-volumes': {
    summary: 'other volumes of the project with the same size grow, too',
    requirement: 'effect.one-volume',
    change: (rules) => ({
      grow: (job, context) => {
        const size = context.state.volumes.get(job.volumeId)?.size;
        for (const other of context.state.volumes.values()) {
          if (other.projectId === job.projectId && other.size === size) {
            rules.grow({ ...job, volumeId: other.id }, context);
          }
        }
      },
    }),
  },
  'oldest-renamed': {
    summary: "the extended volume's name is written to the project's oldest volume",
    requirement: 'effect.one-volume',
    change: (rules) => ({
      grow: (job, context) => {
        rules.grow(job, context);
        const extended = context.state.volumes.get(job.volumeId);
        const oldest = oldestOf(job.projectId, context);
        if (extended && oldest) context.state.putVolume({ ...oldest, name: extended.name });
      },
    }),
  },
  'wrong-volume': {
    summary: "the project's oldest volume is extended instead",
    requirement: 'effect.one-volume',
    mayAlsoFail: ['effect.size', 'job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
    change: (rules) => ({
      grow: (job, context) =>
        rules.grow({ ...job, volumeId: oldestOf(job.projectId, context)?.id ?? job.volumeId }, context),
    }),
  },
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
    change: () => ({
      onRefused: ({ id }, _refusal, { state, settings }) =>
        settings.clock.after(75, () => {
          const volume = state.volumes.get(id);
          if (volume) state.putVolume({ ...volume, size: volume.size + 1 });
        }),
    }),
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
});
