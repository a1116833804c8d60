import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { indexOf, writeIndex } from '../../main/campaign/index.ts';
import { checkEntry, entryFiles } from '../../main/campaign/merge-entry.ts';
import { agreeing } from '../../main/campaign/merge-shards.ts';
import { shardOf } from '../../main/campaign/shard.ts';
import { CannotWrite, makeFolder } from '../../main/report-folder/files.ts';
import { refuseWhileInUse } from '../../main/report-folder/lock.ts';
import type { mergeOptions } from '../../main/settings/command-options.ts';
import type { Values } from '../../main/settings/option.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { readLang } from '../../main/settings/values.ts';
import type { Io } from '../io.ts';

/**
 * Puts the report folders of all shards together: apart from times, the result is the one of a single run of the whole
 * matrix file. Returns the exit code of the whole.
 *
 * @throws CannotMerge if the folders are not all shards of one run, or an entry differs from its index
 */
export function mergeCommand(
  folders: readonly string[],
  { output, lang }: Values<typeof mergeOptions>,
  io: Io,
): number {
  if (folders.length === 0) throw new UsageError('merge takes the report folders of the shards: merge DIR… -o OUT');
  if (output === undefined) throw new UsageError('merge needs a folder to write: -o OUT');
  const language = readLang(lang ?? (io.env.EVS_LANG || 'en'));
  const out = resolve(output);
  if (existsSync(out)) throw new UsageError(`${output} exists already: name another folder, or remove it`);
  for (const folder of folders) refuseWhileInUse(folder);
  const shards = agreeing(folders);
  const [first] = shards;
  const entries = first.index.entries.map(({ name }, at) => {
    const shard = shards.find(({ number }) => number === shardOf(at, shards.length)) ?? first;
    return { ...checkEntry(shard, name), from: join(shard.folder, name) };
  });
  const index = indexOf(
    { ...first.index, shard: null },
    entries.map(({ entry }) => entry),
  );
  aside(out, (folder) => {
    for (const { entry, from } of entries) copy(from, join(folder, entry.name));
    writeIndex(folder, index, language);
  });
  io.out(`${index.headline}\nindex: ${join(output, 'index.html')}  ${join(output, 'index.json')}\n`);
  return index.exit;
}

/** Writes a folder next to its place, and moves it there when it is complete. */
function aside(out: string, write: (folder: string) => void): void {
  const folder = `${out}.${randomUUID()}.tmp`;
  try {
    makeFolder(dirname(out));
    mkdirSync(folder);
    write(folder);
    renameSync(folder, out);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    if (cause instanceof CannotWrite) throw cause;
    throw new CannotWrite(`cannot write ${out}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function copy(from: string, to: string): void {
  const files = entryFiles(from);
  if (files.length > 0) mkdirSync(to);
  for (const file of files) copyFileSync(join(from, file), join(to, file));
}
