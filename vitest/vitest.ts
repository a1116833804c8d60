/**
 * The exports of `evs-conformance/vitest`: the checks as tests of your own vitest run. `vitest` is that of
 * the project that imports it.
 */

import { operationOf } from '../main/operations.ts';
import { prepareRun } from '../main/run-in-code.ts';
import type { ConformanceOptions } from '../main/settings/in-code.ts';
import { conformanceTests } from './tests.ts';

export type { ConformanceOptions, RunInCode, TargetByUrl, TargetInCode } from '../main/settings/in-code.ts';
export { UsageError } from '../main/settings/usage.ts';
export { type App, AppError } from '../wire/app.ts';

/**
 * Puts one test of each requirement into the file that calls it, `MUST refuse 32769 GB and above … [size.over-maximum]`, in a
 * group of their own. All of them share one run, which the first test begins: an app of this process is served on loopback
 * for it, and the run closes only the servers that it opened. If a folder is named, the report is written at the end.
 *
 * A test fails if its requirement is a MUST and fails: the message has the complaint, the requests and observations, a curl
 * line, and the seed that repeats it. It also fails if a MUST could not be judged, or if the suite broke. It is
 * skipped, with the reason, if a SHOULD or advisory row fails (`failOn` may count them) or is open, if a row does not apply, or if the
 * baseline expects the failure. Tests that are filtered away (`-t`) are not run, and the report then says `incomplete`.
 *
 * @throws UsageError, when the file is collected, where settings are wrong or a secret is not to be had
 * @throws ContractError, likewise, where the contract cannot be loaded
 */
export function conformance(options: ConformanceOptions): void {
  const { contract, target, isApp, baseline, only, failOn, certify } = prepareRun(options, process.env);
  const operation = operationOf(contract.contract);
  const { smoke, report } = options;
  const name = `${contract.contract.id} on ${target}`;
  conformanceTests({
    name,
    operation,
    contract: contract.contract,
    only,
    smoke,
    baseline,
    report,
    isApp,
    failOn,
    certify,
  });
}
