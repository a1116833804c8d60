import { appendFileSync } from 'node:fs';
import { openSecrets, type Secrets } from '../wire/redact.ts';
import type { Volume } from './target.ts';

/** Every volume of a run, written down before it is used, so that it can be given back however the run ended. */
export interface LedgerFile {
  obtained(volume: Volume): void;
  returned(volume: Volume): void;
  left(volume: Volume, reason: string): void;
  /** A set-up went wrong in a way that may have left a volume behind whose id nobody was told. */
  unknown(reason: string): void;
  /** Whether the volume was obtained and not yet given back. */
  readonly isOut: (volume: Volume) => boolean;
  readonly summary: () => LedgerSummary;
}

export interface LedgerSummary {
  readonly volumesCreated: number;
  readonly volumesReturned: number;
  readonly left: readonly { readonly volume: string; readonly reason: string }[];
}

/** Thrown when a volume could not be written down: it must not be used then. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/**
 * A ledger that appends one JSON line an event to `file`, at once; kept in memory alone where there is no file. Secrets
 * are hidden in reasons; ids stay as they are, for volumes are given back by them.
 */
export function openLedger(file?: string, secrets: Secrets = openSecrets()): LedgerFile {
  const open = new Map<string, string | null>();
  const unknown: { readonly volume: string; readonly reason: string }[] = [];
  let created = 0;
  let returned = 0;
  function note(event: string, volume: Volume | null, reason?: string): void {
    if (file === undefined) return;
    const ids = volume === null ? {} : { project_id: volume.project, volume_id: volume.id };
    const line = { event, ...ids, ...(reason ? { reason: secrets.hide(reason) } : {}) };
    try {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch (cause) {
      // a volume given back needs no line; one obtained does
      if (event !== 'obtained') return;
      throw new LedgerError(`the ledger ${file} cannot be written: free or mend its disk, then run again`, { cause });
    }
  }
  return {
    obtained(volume) {
      created += 1;
      open.set(volume.id, null);
      note('obtained', volume);
    },
    returned(volume) {
      if (!open.delete(volume.id)) return;
      returned += 1;
      note('returned', volume);
    },
    left(volume, reason) {
      open.set(volume.id, reason);
      note('left', volume, reason);
    },
    unknown(reason) {
      unknown.push({ volume: 'of an unknown id', reason: `${reason}: there may be a volume of it` });
      note('unknown', null, reason);
    },
    isOut: (volume) => open.has(volume.id),
    summary: () => {
      const kept = [...open].map(([volume, reason]) => ({
        volume,
        reason: reason ?? 'the run ended before it was given back',
      }));
      return { volumesCreated: created, volumesReturned: returned, left: [...kept, ...unknown] };
    },
  };
}
