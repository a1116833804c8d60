import { type CertifyOptions, certify as certifyTarget } from '../engine/certify.ts';
import type { Operation } from '../engine/operation.ts';
import type { Result } from '../verdicts/result.ts';
import { certifySeveral, type SeveralResults } from './certify-several.ts';
import { operationOf } from './operations.ts';
import { checkRemoval } from './removal.ts';
import { prepareRun } from './run-in-code.ts';
import type { ConformanceOptions, SeveralOptions } from './settings/in-code.ts';

/** A run on a target that `openTarget` has opened. */
export type OpenedRun = Omit<CertifyOptions, 'operation'> & {
  /** Absent: the one that certifies the contract. */
  readonly operation?: Operation | undefined;
};

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

/** Aborting `signal` ends the run: what was found is in the result, every volume given back. */
type CertifyRun = ConformanceOptions & Abortable;
type CertifySeveral = SeveralOptions & Abortable;

/**
 * Certifies a target, and comes back with the result whatever the target does; every volume obtained has been given back, or
 * is listed in the ledger as left. The target is one of three: a service by the settings of its URL; an app of this process,
 * which is served on loopback for the run; or one that `openTarget` has opened, with every setting of the engine's own.
 * Several contracts are run one after another, with a report each and an index; one that cannot run keeps none from it.
 *
 * @throws UsageError where settings are wrong, or volumes would be removed that the run did not create
 * @throws AppError where the app cannot be served
 * @throws ContractError where the contract cannot be loaded
 * @throws CannotWrite where the report cannot be written
 * @throws FolderTaken where another run is under way in its folder
 */
export function certify(options: OpenedRun): Promise<Result>;
export function certify(options: CertifySeveral): Promise<SeveralResults>;
export function certify(options: CertifyRun): Promise<Result>;
export async function certify(options: OpenedRun | CertifySeveral | CertifyRun): Promise<Result | SeveralResults> {
  if (isOpened(options)) {
    const { operation = operationOf(options.contract.contract), target } = options;
    checkRemoval(operation, target.provisioner.keeps);
    return certifyTarget({ ...options, operation });
  }
  const { signal, ...run } = options;
  if (isOfSeveral(run)) return certifySeveral(run, process.env, signal);
  const prepared = prepareRun(run, process.env);
  return prepared.certify(prepared.only, signal);
}

/** Whoever writes no types may give anything for a target; what is none is told by `prepareRun`. */
const isOpened = (options: OpenedRun | CertifySeveral | CertifyRun): options is OpenedRun =>
  typeof options.target === 'object' && options.target !== null && 'transport' in options.target;

const isOfSeveral = (options: ConformanceOptions | SeveralOptions): options is SeveralOptions =>
  Array.isArray(options.contract);
