import { type CertifyOptions, certify as certifyTarget } from '../engine/certify.ts';
import type { Result } from '../verdicts/result.ts';
import { prepareRun } from './run-in-code.ts';
import type { ConformanceOptions } from './settings/in-code.ts';

/** Aborting `signal` ends the run: what was found is in the result, every volume given back. */
type CertifyRun = ConformanceOptions & { readonly signal?: AbortSignal | undefined };

/**
 * Certifies a target, and comes back with the result whatever the target does; every volume obtained has been given back, or
 * is listed in the ledger as left. The target is one of three: a service by the settings of its URL; an app of this process,
 * which is served on loopback for the run; or one that `openTarget` has opened, with every setting of the engine's own.
 *
 * @throws UsageError where settings are wrong
 * @throws AppError where the app cannot be served
 * @throws ContractError where the contract cannot be loaded
 * @throws CannotWrite where the report cannot be written
 * @throws FolderTaken where another run is under way in its folder
 */
export function certify(options: CertifyOptions): Promise<Result>;
export function certify(options: CertifyRun): Promise<Result>;
export async function certify(options: CertifyOptions | CertifyRun): Promise<Result> {
  if (isOpened(options)) return certifyTarget(options);
  const { signal, ...run } = options;
  const prepared = prepareRun(run, process.env);
  return prepared.certify(prepared.only, signal);
}

/** Whoever writes no types may give anything for a target; what is none is told by `prepareRun`. */
const isOpened = (options: CertifyOptions | CertifyRun): options is CertifyOptions =>
  typeof options.target === 'object' && options.target !== null && 'transport' in options.target;
