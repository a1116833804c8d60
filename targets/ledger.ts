import { openSecrets, type Secrets } from '../wire/redact.ts';
import { openLedgerFile } from './ledger-file.ts';
import type { LedgerLine, VolumeOrigin } from './ledger-lines.ts';
import type { Named, SetUp, Volume, VolumeSpec } from './volume-source.ts';

/**
 * Records every set-up of a run before it goes out, and every volume before it is used, so that the volume can be given
 * back however the run ended.
 */
export interface Ledger {
  /** A set-up that is about to go out. */
  setUp(spec: VolumeSpec): LedgerSetUp;
  /** `setUp`: the set-up that made the volume. Throws `LedgerError` if it cannot be recorded. */
  obtained(volume: Volume, setUp?: SetUp): void;
  /** Takes over a volume that is in the file already. */
  adopt(volume: Volume): void;
  returned(volume: Volume): void;
  left(volume: Volume, reason: string): void;
  /** Closes a set-up of the file that made no volume, or whose volume no longer exists. */
  closed(setUp: Pick<LedgerLine, 'set_up' | 'project_id' | 'name'>): void;
  /** Whether the volume was obtained and not yet given back. */
  readonly isOut: (volume: Volume) => boolean;
  readonly summary: () => LedgerSummary;
  readonly close: () => void;
}

/** A set-up that its caller closes; a volume that it made closes it as well. */
export interface LedgerSetUp extends SetUp {
  /** It made no volume, or only one that was out already. */
  cameToNothing(): void;
  /** It failed, and may have left a volume behind whose id is unknown. */
  unknown(reason: string): void;
}

export interface LedgerSummary {
  readonly volumesCreated: number;
  readonly volumesReturned: number;
  readonly left: readonly { readonly volume: string; readonly reason: string }[];
}

export interface LedgerOptions {
  /** Hidden in reasons. Ids are not changed, because volumes are given back by them. */
  readonly secrets?: Secrets;
  readonly origin?: VolumeOrigin;
  /** Makes the names of set-ups unique to this run. */
  readonly runId?: string | undefined;
  /**
   * Whether volumes may outlive the run, as by default. Those of the reference backend end with it, so that no line has
   * to survive a power cut.
   */
  readonly isForSweep?: boolean;
  /** The date in ms since 1970. */
  readonly date?: () => number;
}

/** A ledger that appends one JSON line for each event to `file`, at once; without a file it is kept in memory. */
export function openLedger(file?: string, options: LedgerOptions = {}): Ledger {
  const { secrets = openSecrets(), origin, runId = '0', date = () => 0, isForSweep = true } = options;
  const lines = openLedgerFile(file, { isSynced: isForSweep });
  const open = new Map<string, { readonly volume: string; readonly reason: string | null }>();
  const underWay = new Set<string>();
  const unknown: { readonly volume: string; readonly reason: string }[] = [];
  let asked = 0;
  let created = 0;
  let returned = 0;

  function setUp(wish: VolumeSpec): LedgerSetUp {
    asked += 1;
    const id = `${runId}-${asked}`;
    let names = {};
    return {
      id,
      goesOut(whom, named) {
        names = named === undefined ? {} : namesOf(named);
        const at = new Date(date()).toISOString();
        lines.announce({ event: 'creating', ...origin, set_up: id, ...names, at, asked: secrets.hide(whom), wish });
        underWay.add(id);
      },
      cameToNothing() {
        if (underWay.delete(id)) lines.note({ event: 'not-created', set_up: id, ...names });
      },
      unknown(reason) {
        underWay.delete(id);
        unknown.push({ volume: 'of an unknown id', reason: `${reason}: there may be a volume of it` });
        lines.note({ event: 'unknown', ...origin, set_up: id, ...names, reason: secrets.hide(reason) });
      },
    };
  }

  return {
    setUp,
    obtained(volume, from) {
      created += 1;
      open.set(keyOf(volume), { volume: volume.id, reason: null });
      if (from !== undefined) underWay.delete(from.id);
      lines.require({
        event: 'obtained',
        ...origin,
        ...idsOf(volume),
        ...(from === undefined ? {} : { set_up: from.id }),
      });
    },
    adopt(volume) {
      created += 1;
      open.set(keyOf(volume), { volume: volume.id, reason: null });
    },
    returned(volume) {
      if (!open.delete(keyOf(volume))) return;
      returned += 1;
      lines.note({ event: 'returned', ...idsOf(volume) });
    },
    left(volume, reason) {
      open.set(keyOf(volume), { volume: volume.id, reason });
      lines.note({ event: 'left', ...idsOf(volume), ...(reason === '' ? {} : { reason: secrets.hide(reason) }) });
    },
    closed: ({ set_up, project_id, name }) =>
      lines.note({
        event: 'not-created',
        ...(set_up === undefined ? {} : { set_up }),
        ...(project_id === undefined ? {} : { project_id }),
        ...(name === undefined ? {} : { name }),
      }),
    isOut: (volume) => open.has(keyOf(volume)),
    summary: () => {
      const kept = [...open.values()].map(({ volume, reason }) => ({
        volume,
        reason: reason ?? 'the run ended before it was given back',
      }));
      const unanswered = [...underWay].map((id) => ({
        volume: 'of an unknown id',
        reason: `the run ended while the set-up ${id} was under way: there may be a volume of it`,
      }));
      return { volumesCreated: created, volumesReturned: returned, left: [...kept, ...unknown, ...unanswered] };
    },
    close: lines.close,
  };
}

/** Some services number the volumes of each project from 1. */
const keyOf = ({ project, id }: Volume): string => JSON.stringify([project, id]);

const namesOf = ({ project, name }: Named) => ({ project_id: project, name });

const idsOf = ({ project, id, name }: Volume) => ({
  project_id: project,
  volume_id: id,
  ...(name === undefined ? {} : { name }),
});
