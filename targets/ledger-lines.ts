import type { VolumeSpec } from './volume-source.ts';

/** The origin of volumes, so that they are given back to nobody else: the kind of provider, and the target's URL. */
export interface VolumeOrigin {
  readonly source: string;
  readonly target: string;
}

/** One line of the ledger's file. */
export interface LedgerLine extends Partial<VolumeOrigin> {
  /** `creating`: a set-up goes out. `not-created`: it made no volume. `unknown`: nobody knows whether it made one. */
  readonly event: 'creating' | 'not-created' | 'obtained' | 'returned' | 'left' | 'unknown';
  /** The set-up that the line opens or closes. */
  readonly set_up?: string;
  /** The time at which it went out, in ISO 8601. */
  readonly at?: string;
  /** The provider that was asked, in words. */
  readonly asked?: string;
  /** The volume that was asked for. */
  readonly wish?: VolumeSpec;
  readonly project_id?: string;
  readonly volume_id?: string;
  readonly name?: string;
  readonly reason?: string;
}

/** The entries of a ledger's file that are still open. */
export interface Outstanding {
  /** The `obtained` lines of volumes that were not given back. */
  readonly volumes: readonly LedgerLine[];
  /** The lines of set-ups that went out and whose result is unknown, with the reason if there is one. */
  readonly setUps: readonly LedgerLine[];
  /**
   * Numbers, from one, of lines that were cut off while they were written. Nothing is lost with them: a request goes
   * out only after its line is whole, and an entry without a whole closing line counts as open.
   */
  readonly cutOff: readonly number[];
  /** Numbers, from one, of lines that cannot be read, and that no run has written. */
  readonly unreadable: readonly number[];
}

const lineEnd = 0x0a;

/**
 * Reads the bytes of a ledger, of one or several runs, into its balance. Each line is read by itself, so that none
 * spoils another.
 */
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
    // a name of ours identifies the volume, even if several set-ups had that name
    const key = name ?? setUp ?? `line ${number}`;
    if (event === 'creating') setUps.set(key, line);
    else if (event === 'unknown') setUps.set(key, { ...setUps.get(key), ...line });
    else for (const known of [name, setUp]) if (known !== undefined) setUps.delete(known);
    // some services number the volumes of each project from 1
    const volume = JSON.stringify([project, id]);
    // the line with the volume's origin is kept
    if (event === 'obtained' || event === 'left') volumes.set(volume, { ...volumes.get(volume), ...line });
    if (event === 'returned') volumes.delete(volume);
  }
  return { volumes: [...volumes.values()], setUps: [...setUps.values()], cutOff, unreadable };
}

/** The members that are present in a line. */
type Has = Readonly<Record<'volume' | 'setUp', boolean>>;

/** The members that each event requires. */
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

/** Whether the bytes are an incomplete beginning of a ledger's line. */
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

/** A line that was cut inside a character is no text; any other cut line is no JSON. */
function parse(bytes: Uint8Array): LedgerLine | undefined {
  try {
    const json = JSON.parse(decoder.decode(bytes)) as Readonly<Record<string, unknown>> | null;
    if (json === null || texts.some((key) => json[key] !== undefined && typeof json[key] !== 'string'))
      return undefined;
    if (json.wish !== undefined && !isWish(json.wish)) return undefined;
    // every member in use is checked below, in a way that types cannot follow
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
