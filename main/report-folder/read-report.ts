import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { certifiedOf } from '../../engine/conclusion/certified.ts';
import type { Operation } from '../../engine/operation.ts';
import { reports } from '../../reports/index.ts';
import schema from '../../schemas/report.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import { idsIn, requirementIn } from '../../spec/requirements.ts';
import type { Digest } from '../../verdicts/campaign.ts';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import type { Class, Result, Row, Spending, Summary } from '../../verdicts/result.ts';
import type { Counterexample, Evidence, VerdictKind } from '../../verdicts/verdict.ts';
import { operationNamed } from '../operations.ts';
import { quoted, UsageError } from '../settings/usage.ts';
import { readJson } from './read.ts';

/** The content of `report.json`, checked against its schema. */
interface ReportFile extends Omit<Result, 'operation' | 'rows' | 'partial' | 'smoke' | 'stopped' | 'budget'> {
  readonly smoke?: boolean;
  readonly stopped?: string;
  readonly budget: Omit<Spending, 'maxTime'> & Partial<Pick<Spending, 'maxTime'>>;
  readonly operation: string;
  readonly verdict: Class;
  readonly headline: string;
  readonly summary: Summary;
  readonly requirements: readonly ReportRow[];
}

interface ReportRow extends Omit<Row, 'verdict'> {
  readonly verdict: VerdictKind;
  readonly runs: number;
  readonly evidence: Evidence | null;
  readonly foundAfter: number | null;
  readonly counterexample: Omit<Counterexample, 'diagnosis'> | null;
  readonly reason: string | null;
}

/** A report of one run, read back. */
export interface ReadReport {
  readonly version: string;
  readonly seed: number;
  readonly digest: Digest;
  readonly rows: readonly Row[];
}

/** Reads the `report.json` of a folder, as `readReportFile` does. */
export function readReport(folder: string): ReadReport {
  return readReportFile(join(folder, reports.json.file));
}

/**
 * Reads a `report.json`, and believes nothing that it can find out itself: the shape is that of the published
 * schema, every requirement has the level that this suite gives it, and verdict, headline and counts are what the rows come to.
 *
 * @throws UsageError where the file is not there, is cut off, has another shape or contradicts itself
 */
export function readReportFile(file: string): ReadReport {
  const found = readJson('the report', file, 64 * 1024 * 1024);
  const validate = new Ajv2020({ ...checkedSchema, strictTypes: false }).compile<ReportFile>(schema);
  if (!validate(found)) {
    const [error] = validate.errors ?? [];
    throw new UsageError(
      `the report ${file} has another shape: ${error?.instancePath || 'it'} ${error?.message ?? ''}`,
    );
  }
  const operation = knownOperation(found.operation, file);
  checkRows(found.requirements, operation, file);
  const { smoke = false, stopped = null } = found;
  const budget = { ...found.budget, maxTime: found.budget.maxTime ?? null };
  const rows = found.requirements.map(rowOf);
  const result = { ...found, operation: certifiedOf(operation), rows, smoke, stopped, budget };
  const { verdict, headline, summary } = found;
  const told = { class: verdict, headline, summary };
  // a report does not say whether its run was partial, which can only make it incomplete
  if (![false, true].some((partial) => isDeepStrictEqual(overallVerdict({ ...result, partial }), told)))
    throw new UsageError(`the report ${file} contradicts itself: its verdict does not follow from its requirements`);
  const failing = result.rows.filter(({ level, verdict: { kind } }) => level === 'MUST' && kind === 'fail');
  const { contract, target, startedAt, durationMs } = found;
  return {
    version: found.suite.version,
    seed: found.seed,
    rows: result.rows,
    digest: {
      verdict,
      headline,
      contract: { id: contract.id, sha256: contract.sha256 },
      target,
      startedAt,
      durationMs,
      summary,
      failing: failing.map(({ id }) => id),
    },
  };
}

function knownOperation(id: string, file: string): Operation {
  const found = operationNamed(id);
  if (found === undefined)
    throw new UsageError(`the report ${file} is of the operation ${quoted(id)}: this suite does not know it`);
  return found;
}

/** A requirement that is listed twice, or as less than it is, would count as something else. */
function checkRows(rows: readonly ReportRow[], { register }: Operation, file: string): void {
  const levels = new Map<string, string>(idsIn(register).map((id) => [id, requirementIn(register, id).level]));
  for (const [at, { id, level }] of rows.entries()) {
    const expected = Object.hasOwn(register.untested, id) ? 'none' : levels.get(id);
    if (expected !== level)
      throw new UsageError(
        `the report ${file} lists ${id} as ${level}: this suite ${expected ? `says ${expected}` : 'knows no such requirement'}`,
      );
    if (rows.findIndex((row) => row.id === id) !== at) throw new UsageError(`the report ${file} lists ${id} twice`);
  }
}

function rowOf({ verdict: kind, runs, evidence, foundAfter, counterexample, reason, ...row }: ReportRow): Row {
  if (kind === 'pass') return { ...row, verdict: { kind, runs, evidence: evidence ?? 'response' } };
  if (kind !== 'fail') return { ...row, verdict: { kind, runs, reason: reason ?? '' } };
  // the schema asks for a counterexample where there is a failure
  if (counterexample === null) throw new TypeError(`${row.id} fails without a counterexample`);
  return {
    ...row,
    verdict: { kind, runs, evidence: evidence ?? 'response', foundAfter: foundAfter ?? 0, counterexample },
  };
}
