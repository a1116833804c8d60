import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The data of a process in a lock. */
interface Says {
  readonly pid: number;
  readonly host: string;
  /** Pids mean the same for all that have the same place: one boot of one machine, one namespace of processes. */
  readonly place: string;
  /** When it was started, as its system counts, so that no later process of the same pid is taken for it; null: unknown. */
  readonly started: string | null;
  /** Since when it has the lock, in ISO 8601. */
  readonly since: string;
  readonly what?: string;
}

/** Who holds a lock, as far as that can be read: it may be just being written. */
export interface Holder {
  readonly says: Says | undefined;
  readonly ino: number;
  /** The file's own time of its last sign of life, in ms. */
  readonly touchedMs: number;
}

export const oneself = (): Says => ({
  pid: process.pid,
  host: hostname(),
  place: place(),
  started: processOf(process.pid)?.started ?? null,
  since: new Date().toISOString(),
});

/** The holder of a lock's file; undefined where there is none. */
export function holderIn(path: string): Holder | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return { says: saysIn(textOf(path) ?? ''), ino: stat.ino, touchedMs: stat.mtimeMs };
}

/** Whether the holder's process has ended; undefined where that cannot be seen from here. */
export function isGone({ says }: Holder): boolean | undefined {
  if (says === undefined || says.place !== place()) return undefined;
  // some sandboxes do not say which namespace they are: its pids may be those of another one
  if (process.platform === 'linux' && namespace() === undefined) return undefined;
  try {
    process.kill(says.pid, 0);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ESRCH') return true;
  }
  const found = processOf(says.pid);
  // without /proc another process may have its pid
  if (found === undefined || says.started === null) return undefined;
  // what was killed and whose parent does not care for it keeps its pid
  return found.started !== says.started || ['Z', 'X'].includes(found.state);
}

const longest = 4096;

function saysIn(text: string): Says | undefined {
  if (text.length > longest) return undefined;
  try {
    const { pid, host, place: where, started, since, what } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const texts = [host, where, since, what];
    if (!Number.isSafeInteger(pid) || Number(pid) <= 0 || texts.some((one) => typeof one !== 'string'))
      return undefined;
    return {
      ...{ pid: Number(pid), host: String(host), place: String(where), since: String(since), what: String(what) },
      started: typeof started === 'string' ? started : null,
    };
  } catch {
    return undefined;
  }
}

function place(): string {
  const boot = textOf('/proc/sys/kernel/random/boot_id')?.trim();
  return JSON.stringify([hostname(), process.platform, boot, namespace()]);
}

function namespace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

/** The system's knowledge of a process; undefined if it has no /proc. */
function processOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  // the second member is the program's name in brackets, which may hold anything
  const members = /.*\) (.*)/s.exec(textOf(`/proc/${pid}/stat`) ?? '')?.[1]?.split(' ');
  const [state, started] = [members?.[0], members?.[19]];
  return state === undefined || started === undefined ? undefined : { state, started };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
