import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from '../../reports/text.ts';
import { CannotWrite, makeFolder } from './files.ts';
import { type Holder, holderIn, isGone, oneself } from './lock-holder.ts';

/** Somebody else works in the report folder: exit 3, and nothing in it is touched. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/** A report folder that is in use by nobody else. */
export interface FolderLock {
  /** Aborted where the folder was lost to somebody else, because this process had stood still for too long. */
  readonly lost: AbortSignal;
  /** Shows that this process is alive, and looks whether the folder is still its own; called now and then by itself. */
  readonly beat: () => void;
  /** Throws `FolderTaken` where the folder was lost. */
  readonly check: () => void;
  readonly release: () => void;
}

/** Where the one who works in a report folder is written down. */
export const lockIn = (folder: string): string => join(folder, 'run.lock');

/** A holder shows that it is alive so often, in ms, */
const beatMs = 10_000;
/** and where no process can be looked at, it is taken for dead after so long, in ms. */
export const silentMs = 60_000;

/** Others may take and leave a folder at the same time; not for ever. */
const maxAttempts = 100;

/**
 * Makes a report folder ready and takes it; `what`: what is going to be done there, told to whoever comes too late. A lock
 * whose holder is dead is taken over.
 *
 * @throws FolderTaken where somebody works there
 * @throws CannotWrite where nothing can be written there
 */
export function lockFolder(folder: string, what: string): FolderLock {
  const path = lockIn(folder);
  const lost = new AbortController();
  const text = JSON.stringify({ ...oneself(), what });
  let handle: number;
  try {
    makeFolder(folder);
    handle = take(folder, text);
  } catch (error) {
    if (error instanceof FolderTaken) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotWrite(`cannot write to the report folder ${folder}: ${reason}`, { cause: error });
  }
  const { ino } = fstatSync(handle);
  const isOwn = (): boolean => lstatSync(path, { throwIfNoEntry: false })?.ino === ino;

  function beat(): void {
    if (!isOwn()) lost.abort();
    try {
      writeSync(handle, text, 0);
    } catch {
      // the next one may come through
    }
  }
  const timer = setInterval(beat, beatMs).unref();
  const remove = (): void => {
    if (isOwn()) rmSync(path, { force: true });
  };
  process.on('exit', remove);
  return {
    lost: lost.signal,
    beat,
    check() {
      beat();
      if (!lost.signal.aborted) return;
      throw new FolderTaken(
        `the report folder ${folder} was lost: ${path} no longer belongs to this run, which was suspended or whose lock was removed; run again`,
      );
    },
    release() {
      clearInterval(timer);
      process.off('exit', remove);
      remove();
      closeSync(handle);
    },
  };
}

/** Does its work in a report folder that is nobody else's meanwhile; throws as `lockFolder` does. */
export async function holding<T>(folder: string, what: string, work: (lock: FolderLock) => Promise<T>): Promise<T> {
  const lock = lockFolder(folder, what);
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}

/** Throws `FolderTaken` where a process of this machine is known to work in the folder, which may be there to be read alone. */
export function refuseWhileInUse(folder: string): void {
  const holder = holderIn(lockIn(folder));
  if (holder !== undefined && isGone(holder) === false) throw taken(folder, holder);
}

/** Creates the lock, after those of the dead have been removed; answers its handle. */
function take(folder: string, text: string): number {
  const path = lockIn(folder);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const handle = created(path, text);
    if (handle !== undefined) return handle;
    const holder = holderIn(path);
    if (holder === undefined) continue;
    if (!(isGone(holder) ?? isSilent(folder, holder))) throw taken(folder, holder);
    remove(path, holder);
  }
  throw new Error(`${path} comes back whenever it is removed`);
}

function created(path: string, text: string): number | undefined {
  let handle: number;
  try {
    handle = openSync(path, 'wx');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    return undefined;
  }
  try {
    writeSync(handle, text, 0);
    return handle;
  } catch (error) {
    closeSync(handle);
    rmSync(path, { force: true });
    throw error;
  }
}

/** Both times are those of the folder's file system: no two clocks are compared. */
function isSilent(folder: string, { touchedMs }: Holder): boolean {
  const probe = join(folder, `.${randomUUID()}.tmp`);
  const handle = openSync(probe, 'wx');
  try {
    return fstatSync(handle).mtimeMs - touchedMs > silentMs;
  } finally {
    closeSync(handle);
    rmSync(probe, { force: true });
  }
}

/** Of two who find the same dead holder, one removes its lock, and the other does not remove that one's. */
function remove(path: string, { ino }: Holder): void {
  const aside = `${path}.${randomUUID()}.tmp`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return;
    throw error;
  }
  if (lstatSync(aside).ino === ino) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function taken(folder: string, holder: Holder): FolderTaken {
  const { pid, host, since, what } = holder.says ?? {};
  const who = holder.says === undefined ? 'by a run that is just beginning' : `by ${shown(what ?? '', 200)}`;
  const where = holder.says === undefined ? '' : ` (pid ${pid} on ${shown(host ?? '', 80)}, since ${since})`;
  const unseen = `; if it was killed on another machine or in another container, the folder is free ${silentMs / 1000} s after its last sign of life`;
  return new FolderTaken(
    `the report folder ${folder} is in use ${who}${where}: wait for its end, or name another folder by --report${isGone(holder) === undefined ? unseen : ''}`,
  );
}
