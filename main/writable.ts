import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { shown } from '../reports/text.ts';
import { reasonOf } from './report-folder/read.ts';
import { UsageError } from './settings/usage.ts';

/** Throws `UsageError` where nothing can ever be written into a folder, which need not be there: said before any work is done. */
export function refuseTarget(folder: string): void {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) {
    throw new UsageError(`cannot write to ${shown(folder)}: ${shown(nearest)} is a file; name a folder`);
  }
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UsageError(`cannot write to ${shown(folder)}: ${reasonOf(cause)}`, { cause });
  }
}
