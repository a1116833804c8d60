import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage.ts';

/** The config file that `init` writes and `run` picks up. */
export const configName = 'evs-conformance.config.yaml';

/** Names under which a config file is picked up from the working directory. */
const configNames = [configName, 'evs-conformance.config.json'] as const;

/** The config file of a folder; undefined where there is none. Two of them would hide one another. */
export function findConfig(folder: string): string | undefined {
  const [first, second] = configNames.filter((name) => existsSync(join(folder, name)));
  if (second !== undefined) {
    throw new UsageError(
      `there are two config files here, ${first} and ${second}: remove one, or name one by --config`,
    );
  }
  return first === undefined ? undefined : join(folder, first);
}
