import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BackendOptions, createBackend } from '../../../backend/backend.ts';
import type { BackendClock } from '../../../backend/clock.ts';
import { listen } from '../../../backend/listen.ts';

/** A folder that goes when the test has ended. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-campaign-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A time that stands still, in which everything that takes some is done at once. */
const stoppedClock: BackendClock = { now: () => Date.UTC(2024, 0, 1), after: (_, task) => queueMicrotask(task) };

/** Reference backends that count their ids, so that the same requests meet the same volumes; on the same ports as before. */
export async function startBackends(options: readonly BackendOptions[], ports: readonly number[] = []) {
  const all = await Promise.all(
    options.map((one, at) =>
      listen(createBackend({ project: 'p', ...one, clock: stoppedClock, randomId: counted() }), {
        port: ports[at] ?? 0,
      }),
    ),
  );
  return {
    urls: all.map(({ url }) => url),
    ports: all.map(({ url }) => Number(new URL(url).port)),
    close: () => Promise.all(all.map(({ close }) => close())),
  };
}

function counted(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
}

/** Every file below a folder, by its path, with its text. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = found.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** Writes a matrix file and answers its path. */
export function matrixFile(folder: string, content: unknown, name = 'matrix.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
