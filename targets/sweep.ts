import type { Ledger } from './ledger.ts';
import type { LedgerLine, Outstanding, VolumeOrigin } from './ledger-lines.ts';
import type { Volume, VolumeProvider, VolumeSpec } from './volume-source.ts';

/** The result for one entry of the ledger. */
export interface Swept {
  /**
   * A volume's id, the name under which one was created, a set-up of which no more is known, or a line of the ledger.
   */
  readonly what: string;
  /** `gone`: there was nothing left to give back. */
  readonly outcome: 'returned' | 'gone' | 'left';
  /** The reason why it was left, or why there is nothing. */
  readonly reason?: string;
}

/** The reference backend of a run ends with it, and so do its volumes. */
export const referenceSource = 'reference';

const ended = 'the reference backend has ended with its run';

/** The number of volumes that are given back at a time. */
const atOnce = 8;

/** The time after which a volume whose creation was under way shows in the list, in ms. */
const appearsMs = 2_000;

/**
 * Gives back the volumes that a ledger lists as obtained and not returned, through the provider that they came from and
 * no other: a volume that one provider has created may only be on loan from another. The volume of a set-up that was
 * under way is looked for by its name; a set-up without a name is reported.
 */
export async function sweep(
  { volumes, setUps, unreadable }: Outstanding,
  provider: VolumeProvider,
  origin: VolumeOrigin,
  ledger: Ledger,
  sleep: (ms: number) => Promise<void>,
): Promise<readonly Swept[]> {
  async function giveBack(volume: Volume): Promise<Swept> {
    const reason = await provider.giveBack(volume).catch((error: unknown) => String(error));
    if (reason === undefined) ledger.returned(volume);
    else ledger.left(volume, reason);
    return { what: volume.id, ...(reason === undefined ? { outcome: 'returned' } : { outcome: 'left', reason }) };
  }

  async function sweepVolume(line: LedgerLine): Promise<readonly Swept[]> {
    const volume: Volume = { project: line.project_id ?? '', id: line.volume_id ?? '', name: line.name };
    if (line.source === referenceSource) {
      ledger.adopt(volume);
      ledger.returned(volume);
      return [{ what: volume.id, outcome: 'gone', reason: ended }];
    }
    const reason = whyStrange(line, origin);
    if (reason !== undefined) return [{ what: volume.id, outcome: 'left', reason }];
    ledger.adopt(volume);
    return [await giveBack(volume)];
  }

  async function sweepSetUp(line: LedgerLine): Promise<readonly Swept[]> {
    const { name, set_up: setUp, project_id: project = '' } = line;
    const what = name ?? (setUp === undefined ? 'a volume of an unknown id' : `set-up ${setUp}`);
    const gone = (reason: string): readonly Swept[] => {
      ledger.closed(line);
      return [{ what, outcome: 'gone', reason }];
    };
    const left = (reason: string): readonly Swept[] => [{ what, outcome: 'left', reason }];
    if (line.source === referenceSource) return gone(ended);
    if (name === undefined) return left(wordsFor(line));
    const reason = whyStrange(line, origin);
    if (reason !== undefined) return left(reason);
    if (provider.find === undefined) return left('this way to obtain volumes cannot look for a name');
    let found = await provider.find(project, name);
    if (found.length === 0) {
      await sleep(appearsMs);
      found = await provider.find(project, name);
    }
    if (typeof found === 'string') return left(found);
    if (found.length === 0) return gone('no volume of this name is there');
    for (const volume of found) {
      try {
        ledger.obtained(volume);
      } catch {
        // the volume goes back all the same, and can be found by its name until then
      }
    }
    return Promise.all(found.map(giveBack));
  }

  const work = [...volumes.map((line) => () => sweepVolume(line)), ...setUps.map((line) => () => sweepSetUp(line))];
  const swept: Swept[] = [];
  const queue = work.values();
  const worker = async (): Promise<void> => {
    for (const one of queue) swept.push(...(await one()));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [
    ...swept,
    ...unreadable.map((line) => ({
      what: `line ${line} of the ledger`,
      outcome: 'left' as const,
      reason: 'it cannot be read',
    })),
  ];
}

/** Only the provider knows whether this set-up made a volume; the text describes how to recognise it. */
function wordsFor({ asked, at, wish, reason, target }: LedgerLine): string {
  const why = reason ?? 'the run ended before an answer was written down';
  if (asked === undefined || at === undefined || wish === undefined) return `${why}: there may be a volume of it`;
  const where = target === undefined ? '' : ` at ${target}`;
  return `${why}; ${asked} was asked at ${at} for a volume of ${wish.size} GB, ${wishWords(wish)}: look for one like it${where}, made within minutes of that, which nobody uses`;
}

function wishWords({ status, multiattach, servers, tenant }: VolumeSpec): string {
  const attached = servers.length === 0 ? '' : `, attached to ${servers.join(', ')}`;
  return `${status}${multiattach ? ', shared' : ''}${attached}${tenant === undefined ? '' : ', of another tenant'}`;
}

/** The reason why this source must not give a volume back; undefined if it may. */
function whyStrange({ source = 'hook', target }: LedgerLine, origin: VolumeOrigin): string | undefined {
  if (source !== origin.source)
    return `it was obtained by the ${source} provider: sweep with the settings of that run (--config, or the same flags)`;
  if (target !== undefined && target !== origin.target)
    return `it was obtained for ${target}: sweep with the settings of that run (--config, or the same flags)`;
  return undefined;
}
