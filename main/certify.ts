import { type CertifyOptions, certify as certifyTarget } from '../engine/certify.ts';
import type { Operation } from '../engine/operation.ts';
import { type CertifiedResult, certified } from '../verdicts/overall-verdict.ts';
import { certifySeveral, type SeveralResults } from './certify-several.ts';
import { operationOf } from './operations.ts';
import { checkRemoval } from './removal.ts';
import { prepareRun } from './run-in-code.ts';
import { checkOptions, isObject, type OptionTable } from './settings/given-options.ts';
import type { ConformanceOptions, SeveralOptions } from './settings/in-code.ts';

/** A run on a target that `openTarget` has opened. */
export type OpenedRun = Omit<CertifyOptions, 'operation'> & {
  /** Absent: the one that certifies the contract. */
  readonly operation?: Operation | undefined;
};

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

/** Aborting `signal` ends the run: the findings are in the result, and every volume is returned. */
type CertifyRun = ConformanceOptions & Abortable;
type CertifySeveral = SeveralOptions & Abortable;

/**
 * Certifies a target, and returns the result for any behaviour of the target. Every volume obtained has been returned, or
 * is listed in the ledger as left. The target is one of three: a service at a URL with its settings; an app of this process,
 * which is served on loopback for the run; or a target from `openTarget`, with every setting of the engine.
 * Several contracts are run one after another, with a report each and an index; one that cannot run does not stop the others.
 *
 * @throws UsageError where settings are wrong, or volumes would be removed that the run did not create
 * @throws AppError where the app cannot be served
 * @throws ContractError where the contract cannot be loaded
 * @throws CannotWrite where the report cannot be written
 * @throws FolderTaken where another run is under way in its folder
 */
export function certify(options: OpenedRun): Promise<CertifiedResult>;
export function certify(options: CertifySeveral): Promise<SeveralResults>;
export function certify(options: CertifyRun): Promise<CertifiedResult>;
export async function certify(
  options: OpenedRun | CertifySeveral | CertifyRun,
): Promise<CertifiedResult | SeveralResults> {
  if (isOpened(options)) {
    checkOptions('certify', options, openedOptions);
    const { operation = operationOf(options.contract.contract), target } = options;
    checkRemoval(operation, target.provisioner.keeps);
    return certified(await certifyTarget({ ...options, operation }));
  }
  // `undefined` and `null` have nothing to take apart, which is told as well
  const { signal, ...run } = options ?? {};
  if (isOfSeveral(run)) return certifySeveral(run, process.env, signal);
  const prepared = prepareRun(run, process.env);
  return certified(await prepared.certify(prepared.only, signal));
}

const openedOptions: OptionTable<OpenedRun> = {
  contract: 'needed',
  target: 'needed',
  seed: 'needed',
  challenge: 'optional',
  runs: 'needed',
  extensions: 'needed',
  maxGb: 'optional',
  minSize: 'needed',
  allowance: 'optional',
  only: 'optional',
  smoke: 'optional',
  concurrency: 'needed',
  jobMs: 'needed',
  clock: 'needed',
  processorMs: 'optional',
  signal: 'optional',
  version: 'needed',
  matrix: 'optional',
  onProgress: 'optional',
  onFailure: 'optional',
  stops: 'optional',
  recorder: 'optional',
  operation: 'optional',
};

/** Whoever writes no types may give anything for a target; what is none is told by `prepareRun`. */
const isOpened = (options: OpenedRun | CertifySeveral | CertifyRun): options is OpenedRun =>
  isObject(options) && isObject(options.target) && 'transport' in options.target;

const isOfSeveral = (options: ConformanceOptions | SeveralOptions): options is SeveralOptions =>
  Array.isArray(options.contract);
