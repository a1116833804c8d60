import { constants, copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotWrite } from '../main/report-folder/files.ts';
import { UsageError, unknown } from '../main/settings/usage.ts';
import { packageRoot } from '../spec/root.ts';
import type { Io } from './io.ts';

/** The hooks to start from, and the commands that start them: files of `examples/hook`. */
const hooks = {
  node: { file: 'hook.mjs', start: 'node hook.mjs' },
  python: { file: 'hook.py', start: 'python3 hook.py' },
} as const;

/** Writes a state hook in the given language to a folder; an existing file is left unchanged. */
export function initHookCommand(folder: string, language: string, io: Io): number {
  const name = Object.keys(hooks).find((one): one is keyof typeof hooks => one === language);
  if (name === undefined) throw unknown('language of a hook', language, Object.keys(hooks));
  const { file, start } = hooks[name];
  const place = join(folder, file);
  if (existsSync(place)) throw new UsageError(`${place} exists already and was not changed: edit it, or move it away`);
  try {
    copyFileSync(join(packageRoot(), 'examples', 'hook', file), place, constants.COPYFILE_EXCL);
  } catch (cause) {
    throw new CannotWrite(`cannot write ${place}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  io.out(
    `wrote ${file}: add the calls of your own cloud, then: ${start}, and evs-conformance run --states http://127.0.0.1:9000/ …\n`,
  );
  return 0;
}
