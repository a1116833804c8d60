import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { openSecrets, type Secrets } from '../wire/redact.ts';
import type { Intents, Named, Volume } from './target.ts';

/** Every volume of a run, written down before it is used, so that it can be given back however the run ended. */
export interface LedgerFile extends Intents {
  obtained(volume: Volume): void;
  /** Takes over a volume that is in the file already. */
  adopt(volume: Volume): void;
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

/** Where volumes come from, so that they are given back to nobody else: the kind of source, and the target's URL. */
export interface Origin {
  readonly source: string;
  readonly target: string;
}

/** One line of the ledger's file. */
export interface LedgerLine extends Partial<Origin> {
  /** `creating` and `not-created` are about a name, `unknown` about a volume of which neither name nor id is known. */
  readonly event: 'creating' | 'not-created' | 'obtained' | 'returned' | 'left' | 'unknown';
  readonly project_id?: string;
  readonly volume_id?: string;
  readonly name?: string;
  readonly reason?: string;
}

/** Thrown when a volume could not be written down: it must not be used then, nor made. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/**
 * A ledger that appends one JSON line an event to `file`, at once; kept in memory alone where there is no file. Secrets
 * are hidden in reasons; ids stay as they are, for volumes are given back by them.
 */
export function openLedger(file?: string, secrets: Secrets = openSecrets(), origin?: Origin): LedgerFile {
  const open = new Map<string, { readonly volume: string; readonly reason: string | null }>();
  const unknown: { readonly volume: string; readonly reason: string }[] = [];
  let created = 0;
  let returned = 0;
  let before: string | undefined;
  function append(line: LedgerLine): void {
    if (file === undefined) return;
    try {
      before ??= breakAfter(file);
      appendFileSync(file, `${before}${JSON.stringify(line)}\n`);
      before = '';
    } catch (cause) {
      // what is over needs no line; what begins does
      if (line.event !== 'obtained' && line.event !== 'creating') return;
      throw new LedgerError(`the ledger ${file} cannot be written: free or mend its disk, then run again`, { cause });
    }
  }
  return {
    creating: (named) => append({ event: 'creating', ...origin, ...namesOf(named) }),
    notCreated: (named) => append({ event: 'not-created', ...namesOf(named) }),
    obtained(volume) {
      created += 1;
      open.set(keyOf(volume), { volume: volume.id, reason: null });
      append({ event: 'obtained', ...origin, ...idsOf(volume) });
    },
    adopt(volume) {
      created += 1;
      open.set(keyOf(volume), { volume: volume.id, reason: null });
    },
    returned(volume) {
      if (!open.delete(keyOf(volume))) return;
      returned += 1;
      append({ event: 'returned', ...idsOf(volume) });
    },
    left(volume, reason) {
      open.set(keyOf(volume), { volume: volume.id, reason });
      append({ event: 'left', ...idsOf(volume), ...(reason === '' ? {} : { reason: secrets.hide(reason) }) });
    },
    unknown(reason) {
      unknown.push({ volume: 'of an unknown id', reason: `${reason}: there may be a volume of it` });
      append({ event: 'unknown', ...origin, reason: secrets.hide(reason) });
    },
    isOut: (volume) => open.has(keyOf(volume)),
    summary: () => {
      const kept = [...open.values()].map(({ volume, reason }) => ({
        volume,
        reason: reason ?? 'the run ended before it was given back',
      }));
      return { volumesCreated: created, volumesReturned: returned, left: [...kept, ...unknown] };
    },
  };
}

/** A run that was killed while it wrote has left a line without an end. */
function breakAfter(file: string): string {
  try {
    // a device has no end to look at
    const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
    return text === '' || text.endsWith('\n') ? '' : '\n';
  } catch {
    // there is none yet; whether there can be one is seen when it is written
    return '';
  }
}

/** Some services number the volumes of each project from 1. */
const keyOf = ({ project, id }: Volume): string => JSON.stringify([project, id]);

const namesOf = ({ project, name }: Named) => ({ project_id: project, name });

const idsOf = ({ project, id, name }: Volume) => ({
  project_id: project,
  volume_id: id,
  ...(name === undefined ? {} : { name }),
});
