import { family } from '../fault.ts';
import { whereNoneFits } from '../fault-tools.ts';
import type { BackendVolume } from '../model.ts';
import type { Change, RuleContext } from '../rules.ts';

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

/** The project's oldest volume. */
const oldestOf = (projectId: string, { state }: RuleContext): BackendVolume | undefined =>
  [...state.volumes.values()].find((volume) => volume.projectId === projectId);

/** Changes besides the size: other attributes, and other volumes. */
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
  'large-refusal-grows-newest': {
    summary: 'what is refused for a size above the maximum extends the newest other volume by 1 GB',
    requirement: 'effect.one-volume',
    change: (rules) => ({
      onRefused(volume, refusal, context) {
        const { state } = context;
        const others = [...state.volumes.values()].filter(
          ({ id, projectId }) => id !== volume.id && projectId === volume.projectId,
        );
        const newest = others.at(-1);
        if (refusal.refused === 'upper' && newest !== undefined) state.putVolume({ ...newest, size: newest.size + 1 });
        rules.onRefused(volume, refusal, context);
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
    mayAlsoFail: ['effect.size', ...whereNoneFits],
    change: (rules) => ({
      grow: (job, context) =>
        rules.grow({ ...job, volumeId: oldestOf(job.projectId, context)?.id ?? job.volumeId }, context),
    }),
  },
});
