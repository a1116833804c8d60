import type { ConfigFile } from './config-file.ts';
import type { runOptions, Values } from './options.ts';
import { UsageError } from './usage.ts';

/** The fixed settings of a smoke run. */
const own = ['only', 'runs', 'extensions'] as const;

/**
 * Whether a smoke run is requested. The command line may request one even if a file sets the extent of a whole run.
 *
 * @throws UsageError if the same source requests a smoke run and sets its fixed settings
 */
export function readSmoke(
  flags: Values<typeof runOptions>,
  given: Values<typeof runOptions>,
  file: ConfigFile,
): boolean {
  const smoke = given.smoke ?? file.smoke ?? false;
  const [from, name] = flags.smoke === undefined ? [{ ...file, ...given }, 'smoke'] : [flags, '--smoke'];
  const other = smoke ? own.find((key) => from[key] !== undefined) : undefined;
  if (other === undefined) return smoke;
  throw new UsageError(
    `${name} has requirements and cases of its own, but --${other} (${other} in the config file) asks for others: remove one`,
  );
}
