/**
 * What `import … from 'evs-conformance'` gives: a run of one's own, from a contract and a target to the reports. Everything
 * else of this package may change from one version to the next.
 */
export type { Known } from '../attest/check.ts';
export { checkAttestation } from '../attest/folder.ts';
export { KeyError } from '../attest/key.ts';
export { type ConsoleOptions, terminal } from '../reports/console.ts';
export { type Report, type ReportOptions, reports } from '../reports/index.ts';
export { type Standing, standing } from '../reports/standing.ts';
export { ContractError, findContract, type LoadedContract } from '../spec/load.ts';
export { type RequirementId, requirementIds } from '../spec/requirements.ts';
export type { CertifyOptions } from '../suites/certify.ts';
export { lookupsFor } from '../targets/lookups.ts';
export { openTarget, type TargetOptions } from '../targets/open.ts';
export { CouldNotRun, type Target } from '../targets/target.ts';
export type { Class, Result, Row } from '../verdicts/result.ts';
export type { Verdict } from '../verdicts/verdict.ts';
export { type App, AppError } from '../wire/app.ts';
export type { Clock } from '../wire/clock.ts';
export { certify } from './certify.ts';
export { systemClock } from './clock.ts';
export { CannotWrite } from './files.ts';
export type { ConformanceOptions, RunInCode, TargetByUrl, TargetInCode } from './in-code.ts';
export { FolderTaken } from './lock.ts';
export { UsageError } from './usage.ts';
export { packageVersion } from './version.ts';
