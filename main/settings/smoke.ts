import type { ConfigFile } from './config-file.ts';
import type { runOptions, Values } from './options.ts';
import { UsageError } from './usage.ts';

/** What a smoke run has of its own. */
const own = ['only', 'runs', 'extensions'] as const;

/**
 * Whether a smoke run is asked for. The command line may ask for one where a file says how much a whole run tries.
 *
 * @throws UsageError where the same source asks for a smoke run and says what it has of its own
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
    `${name} has requirements and cases of its own, and --${other} (${other} in the config file) says others: leave one away`,
  );
}
