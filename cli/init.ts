import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CannotWrite } from '../main/report-folder/files.ts';
import { configName, findConfig } from '../main/settings/find-config.ts';
import { UsageError } from '../main/settings/usage.ts';
import { packageRoot } from '../spec/root.ts';
import { configTemplate } from './config-template.ts';
import type { Io } from './io.ts';

/** Writes a config file to a folder; an existing one is left unchanged. */
export function initCommand(folder: string, io: Io): number {
  const there = findConfig(folder);
  if (there !== undefined)
    throw new UsageError(`${there} exists already and was not changed: edit it, or move it away`);
  const file = join(folder, configName);
  try {
    writeFileSync(file, configTemplate(schemaFrom(folder)), { flag: 'wx' });
  } catch (cause) {
    const reason = existsSync(file) ? 'it exists already' : cause instanceof Error ? cause.message : String(cause);
    throw new CannotWrite(`cannot write ${file}: ${reason}`, { cause });
  }
  io.out(`wrote ${configName}: uncomment what you need, then: evs-conformance run\n`);
  return 0;
}

/** The schema as a relative reference, by which an editor finds it from a file of the folder. */
function schemaFrom(folder: string): string {
  const path = relative(folder, join(packageRoot(), 'schemas', 'config.schema.json')).split(sep);
  const [first = ''] = path;
  return `${first === '..' ? '' : './'}${path.map(encodeURIComponent).join('/')}`;
}
