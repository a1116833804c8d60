/**
 * The exports of `evs-conformance`: a run in code, from a contract and a target to the reports. Everything
 * else of this package may change from one version to the next.
 */

export type { Known } from '../evidence/attestation/check.ts';
export { checkAttestation } from '../evidence/attestation/folder.ts';
export { KeyError } from '../evidence/attestation/key.ts';
export { type ConsoleOptions, terminal } from '../reports/console.ts';
export { type Report, type ReportOptions, reports } from '../reports/index.ts';
export { ContractError, findContract, type LoadedContract } from '../spec/load.ts';
export { type RequirementId, requirementIds } from '../spec/requirements.ts';
export { lookupsFor } from '../targets/lookups.ts';
export type { TargetOptions } from '../targets/open.ts';
export type { Target } from '../targets/target.ts';
export { CouldNotRun } from '../targets/volume-source.ts';
export {
  type CertifiedResult,
  type OverallVerdict,
  type OverallVerdict as Standing,
  overallVerdict,
  overallVerdict as standing,
} from '../verdicts/overall-verdict.ts';
export type { Class, Result, Row } from '../verdicts/result.ts';
export type { Verdict } from '../verdicts/verdict.ts';
export { type App, AppError } from '../wire/app.ts';
export type { Clock } from '../wire/clock.ts';
export { certify, type OpenedRun as CertifyOptions } from './certify.ts';
export type { SeveralResults } from './certify-several.ts';
export { systemClock } from './clock.ts';
export { openTarget } from './open-target.ts';
export { CannotWrite } from './report-folder/files.ts';
export { FolderTaken } from './report-folder/lock.ts';
export type { ConformanceOptions, RunInCode, SeveralOptions, TargetByUrl, TargetInCode } from './settings/in-code.ts';
export { UsageError } from './settings/usage.ts';
export { packageVersion } from './version.ts';
