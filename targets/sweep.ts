import type { LedgerFile, LedgerLine, Origin } from './ledger.ts';
import type { Outstanding } from './ledger-lines.ts';
import type { Volume, VolumeSource } from './target.ts';

/** What became of one thing that the ledger listed. */
export interface Swept {
  /** A volume's id, the name that one was created under, or a line of the ledger. */
  readonly what: string;
  /** `gone`: there was nothing to give back any more. */
  readonly outcome: 'returned' | 'gone' | 'left';
  /** Why it was left, or why there is nothing. */
  readonly reason?: string;
}

/** The reference backend of a run ends with it, and so do its volumes. */
export const referenceSource = 'reference';

/** So many are given back at a time. */
const atOnce = 8;

/** A volume whose creation was under way shows in the list after so long, in ms. */
const appearsMs = 2_000;

/**
 * Gives back what a ledger lists as obtained and not returned, through the source it came from and no other: what one
 * source creates another only lends.
 */
export async function sweep(
  { volumes, names, unknown, unreadable }: Outstanding,
  source: VolumeSource,
  origin: Origin,
  ledger: LedgerFile,
  sleep: (ms: number) => Promise<void>,
): Promise<readonly Swept[]> {
  const strange = (line: LedgerLine): string | undefined => whyStrange(line, origin);

  async function giveBack(volume: Volume): Promise<Swept> {
    const reason = await source.giveBack(volume).catch((error: unknown) => String(error));
    if (reason === undefined) ledger.returned(volume);
    else ledger.left(volume, reason);
    return { what: volume.id, ...(reason === undefined ? { outcome: 'returned' } : { outcome: 'left', reason }) };
  }

  async function sweepVolume(line: LedgerLine): Promise<readonly Swept[]> {
    const volume: Volume = { project: line.project_id ?? '', id: line.volume_id ?? '', name: line.name };
    if (line.source === referenceSource) {
      ledger.adopt(volume);
      ledger.returned(volume);
      return [{ what: volume.id, outcome: 'gone', reason: 'the reference backend has ended with its run' }];
    }
    const reason = strange(line);
    if (reason !== undefined) return [{ what: volume.id, outcome: 'left', reason }];
    ledger.adopt(volume);
    return [await giveBack(volume)];
  }

  async function sweepName(line: LedgerLine): Promise<readonly Swept[]> {
    const named = { project: line.project_id ?? '', name: line.name ?? '' };
    const left = (reason: string): readonly Swept[] => [{ what: named.name, outcome: 'left', reason }];
    const reason = strange(line);
    if (reason !== undefined) return left(reason);
    if (source.find === undefined) return left('this way to obtain volumes cannot look for a name');
    let found = await source.find(named.project, named.name);
    if (found.length === 0) {
      await sleep(appearsMs);
      found = await source.find(named.project, named.name);
    }
    if (typeof found === 'string') return left(found);
    if (found.length > 0) {
      for (const volume of found) ledger.obtained(volume);
      return Promise.all(found.map(giveBack));
    }
    ledger.notCreated(named);
    return [{ what: named.name, outcome: 'gone', reason: 'no volume of this name is there' }];
  }

  const work = [...volumes.map((line) => () => sweepVolume(line)), ...names.map((line) => () => sweepName(line))];
  const swept: Swept[] = [];
  const queue = work.values();
  const worker = async (): Promise<void> => {
    for (const one of queue) swept.push(...(await one()));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [
    ...swept,
    ...unknown.map(({ reason = 'it gives no reason' }) => ({
      what: 'a volume of an unknown id',
      outcome: 'left' as const,
      reason,
    })),
    ...unreadable.map((line) => ({
      what: `line ${line} of the ledger`,
      outcome: 'left' as const,
      reason: 'it cannot be read',
    })),
  ];
}

/** Why a volume is not this source's to give back; undefined where it is. */
function whyStrange({ source = 'hook', target }: LedgerLine, origin: Origin): string | undefined {
  if (source !== origin.source)
    return `it was obtained by the ${source} source: sweep with the settings of that run (--config, or the same flags)`;
  if (target !== undefined && target !== origin.target)
    return `it was obtained for ${target}: sweep with the settings of that run (--config, or the same flags)`;
  return undefined;
}
