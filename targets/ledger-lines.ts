import type { VolumeSpec } from './volume-source.ts';

/** Where volumes come from, so that they are given back to nobody else: the kind of provider, and the target's URL. */
export interface VolumeOrigin {
  readonly source: string;
  readonly target: string;
}

/** One line of the ledger's file. */
export interface LedgerLine extends Partial<VolumeOrigin> {
  /** `creating`: a set-up goes out. `not-created`: no volume came of it. `unknown`: nobody knows whether one did. */
  readonly event: 'creating' | 'not-created' | 'obtained' | 'returned' | 'left' | 'unknown';
  /** The set-up that the line opens or closes. */
  readonly set_up?: string;
  /** When it went out, in ISO 8601. */
  readonly at?: string;
  /** Who was asked for it. */
  readonly asked?: string;
  /** What was asked for. */
  readonly wish?: VolumeSpec;
  readonly project_id?: string;
  readonly volume_id?: string;
  readonly name?: string;
  readonly reason?: string;
}

/** What a ledger's file says to be out. */
export interface Outstanding {
  /** Obtained, and not given back: the line that says so. */
  readonly volumes: readonly LedgerLine[];
  /** Set-ups that went out and of which nothing is known: the line that says so, with the reason where there is one. */
  readonly setUps: readonly LedgerLine[];
  /**
   * Lines, counted from one, that broke off as they were written. What they would have said is out already: nothing is asked
   * for before its line is whole, and what is not closed by a whole line counts as out.
   */
  readonly cutOff: readonly number[];
  /** Lines, counted from one, that cannot be read, and that no run has written so. */
  readonly unreadable: readonly number[];
}

const lineEnd = 0x0a;

/** Reads the bytes of a ledger, of one run or of several, to its balance. Each line is read by itself, so that none spoils another. */
export function readLedger(bytes: Uint8Array): Outstanding {
  const volumes = new Map<string, LedgerLine>();
  const setUps = new Map<string, LedgerLine>();
  const cutOff: number[] = [];
  const unreadable: number[] = [];
  let number = 0;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineEnd, from);
    const one = bytes.subarray(from, end === -1 ? bytes.length : end);
    from += one.length + 1;
    number += 1;
    if (one.every((byte) => byte === 0x20 || byte === 0x0d)) continue;
    const line = parse(one);
    if (line === undefined) {
      (isBeginning(one) ? cutOff : unreadable).push(number);
      continue;
    }
    const { event, name, set_up: setUp, volume_id: id, project_id: project } = line;
    // a volume that has a name of ours is found by it, whichever set-up of that name it was
    const key = name ?? setUp ?? `line ${number}`;
    if (event === 'creating') setUps.set(key, line);
    else if (event === 'unknown') setUps.set(key, { ...setUps.get(key), ...line });
    else for (const known of [name, setUp]) if (known !== undefined) setUps.delete(known);
    // some services number the volumes of each project from 1
    const volume = JSON.stringify([project, id]);
    // a volume keeps the line that says where it came from
    if (event === 'obtained' || event === 'left') volumes.set(volume, { ...volumes.get(volume), ...line });
    if (event === 'returned') volumes.delete(volume);
  }
  return { volumes: [...volumes.values()], setUps: [...setUps.values()], cutOff, unreadable };
}

/** What is known of a line once its members have been looked at. */
type Has = Readonly<Record<'volume' | 'setUp', boolean>>;

/** Which members an event cannot do without. */
const complete: Readonly<Record<LedgerLine['event'], (has: Has) => boolean>> = {
  creating: ({ setUp }) => setUp,
  'not-created': ({ setUp }) => setUp,
  obtained: ({ volume }) => volume,
  returned: ({ volume }) => volume,
  left: ({ volume }) => volume,
  unknown: () => true,
};

const texts = ['event', 'source', 'target', 'set_up', 'at', 'asked', 'project_id', 'volume_id', 'name', 'reason'];

const beginning = Buffer.from('{"event":"');

/** Whether it is what a line of a ledger begins with, and not a whole one. */
function isBeginning(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, beginning.length);
  if (!beginning.subarray(0, length).equals(bytes.subarray(0, length))) return false;
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'));
    return false;
  } catch {
    return true;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A line that is cut inside a character is no text, and one that is cut anywhere else is no JSON. */
function parse(bytes: Uint8Array): LedgerLine | undefined {
  try {
    const json = JSON.parse(decoder.decode(bytes)) as Readonly<Record<string, unknown>> | null;
    if (json === null || texts.some((key) => json[key] !== undefined && typeof json[key] !== 'string'))
      return undefined;
    if (json.wish !== undefined && !isWish(json.wish)) return undefined;
    // every member that is read is checked here, which no type can follow
    const line = json as unknown as LedgerLine;
    const { event, project_id: project, volume_id: id, name, set_up: setUp } = line;
    const isIn = project !== undefined;
    const has = { volume: isIn && Boolean(id), setUp: Boolean(setUp) || (isIn && Boolean(name)) };
    return Object.hasOwn(complete, event) && complete[event](has) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isWish(value: unknown): value is VolumeSpec {
  const { size, status, multiattach, servers, tenant } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isPlain = typeof size === 'number' && typeof status === 'string' && typeof multiattach === 'boolean';
  const isShort = Array.isArray(servers) && servers.every((server) => typeof server === 'string');
  return isPlain && isShort && (tenant === undefined || tenant === 'other');
}
