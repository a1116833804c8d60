/**
 * What `import … from 'evs-conformance/vitest'` gives: the checks as tests of a vitest run of one's own. `vitest` is that of
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
 * group of their own. All of them are one run, which the first test begins: an app of this process is served on loopback
 * for it, and only what was opened is closed. Where a folder is named, the report is written at the end.
 *
 * A test fails where its requirement does, if that is a MUST: the message has the complaint, what was sent and seen, a curl
 * line, and the seed that repeats it. It also fails where a MUST could not be judged, or where something of ours broke. It is
 * skipped, with the reason, where a SHOULD or advisory row fails (`failOn` may count them) or is open, where a row does not apply, and where the
 * baseline expects the failure. Tests that are filtered away (`-t`) are not run, and the report then says `incomplete`.
 *
 * @throws UsageError, when the file is collected, where settings are wrong or a secret is not to be had
 * @throws ContractError, likewise, where the contract cannot be loaded
 */
export function conformance(options: ConformanceOptions): void {
  const { contract, target, baseline, only, failOn, certify } = prepareRun(options, process.env);
  const operation = operationOf(contract.contract);
  const { smoke } = options;
  const name = `${contract.contract.id} on ${target}`;
  conformanceTests({ name, operation, contract: contract.contract, only, smoke, baseline, failOn, certify });
}
