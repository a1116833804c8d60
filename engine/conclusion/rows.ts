import type { Contract, Provenance } from '../../spec/contract.ts';
import { originsOf } from '../../spec/origins.ts';
import { missingParts } from '../../spec/parts.ts';
import { type RequirementId, requirementIn, untestedIn } from '../../spec/requirements.ts';
import { fill } from '../../spec/statement.ts';
import type { Row } from '../../verdicts/result.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { redact, redactText, type Secrets } from '../../wire/redact.ts';
import type { Finding } from '../checking/finding.ts';
import type { Operation } from '../operation.ts';
import type { Ownership } from '../ownership.ts';
import { counterexampleOf } from './counterexample.ts';
import { notSelected, type ReasonWriter } from './reasons.ts';

/** The knowledge of a run when it writes its rows. */
export interface RowContext {
  readonly operation: Operation;
  readonly contract: Contract;
  readonly provenance: Provenance | null;
  readonly seed: number;
  readonly secrets: Secrets;
  /** Why the observations of volumes prove nothing against the target; undefined if they do. */
  readonly distrust?: string | undefined;
}

/** The same, and the writer of reasons. */
export interface TellingContext extends RowContext {
  readonly tell: ReasonWriter;
}

/** The row of a requirement with this verdict. */
export function rowOf(id: RequirementId, verdict: Verdict, notes: readonly string[], context: RowContext): Row {
  const { level, statement, facts } = requirementIn(context.operation.register, id);
  const clauses = originsOf(facts, context.provenance);
  const text = fill(statement, context.contract);
  return {
    id,
    level,
    statement: text,
    clauses,
    verdict: 'reason' in verdict ? { ...verdict, reason: redactText(verdict.reason, context.secrets) } : verdict,
    notes: redact(notes, context.secrets),
  };
}

/** The rows of the untested statements, with the reasons. */
export function untestedRows(context: RowContext): readonly Row[] {
  return untestedIn(context.operation.register, context.contract).map(([id, { statement, facts, reason }]) => ({
    id,
    level: 'none' as const,
    statement,
    clauses: originsOf(facts, context.provenance),
    verdict: { kind: 'not-applicable' as const, reason: `untested: ${reason}` },
    notes: [],
  }));
}

/** Why the contract has nothing to judge by here; undefined where it has. */
export function outOfContract(id: RequirementId, { register }: Operation, contract: Contract): string | undefined {
  const missing = missingParts(contract, id, requirementIn(register, id));
  return missing.length === 0 ? undefined : `the contract ${contract.id} does not state it (${missing.join(', ')})`;
}

/** The verdict of a check by its finding. `cut`: why not all of it could run. */
export function verdictOf(finding: Finding, cut: string | undefined, context: TellingContext): Verdict {
  const { runs, failure, crash, doubts, short } = finding;
  const evidence = finding.observed ? 'observed' : 'response';
  if (context.distrust !== undefined && (failure ?? crash) !== undefined)
    return { kind: 'inconclusive', runs, reason: context.distrust };
  if (failure !== undefined) {
    const counterexample = counterexampleOf(failure.complaint, failure.path, context);
    return { kind: 'fail', runs, evidence, foundAfter: failure.foundAfter, counterexample };
  }
  if (crash !== undefined) return { kind: 'broken', runs, reason: `the suite broke: ${crash}` };
  const unfinished = cut ?? short;
  if (unfinished !== undefined) return { kind: 'inconclusive', runs, reason: unfinished };
  if (doubts.length > 0) return { kind: 'inconclusive', runs, reason: context.tell(doubts).slice(0, 3).join('; ') };
  if (runs === 0) return { kind: 'inconclusive', runs, reason: nothingSeen };
  return { kind: 'pass', runs, evidence };
}

/** A passive check that saw nothing of its kind. */
const nothingSeen = 'no request of the run could be judged by it';

/** The part of a plan that says which rows were requested. */
interface Selection {
  readonly operation: Ownership;
  readonly selected: ReadonlySet<RequirementId>;
}

/** No row passes if the smoke test did not: a server that does nothing could give the same answers. */
export function gated(rows: readonly Row[], { operation, selected }: Selection): readonly Row[] {
  const { smokeTest } = operation.roles;
  const row = rows.find(({ id }) => id === smokeTest);
  if (row === undefined || row.verdict.kind === 'pass') return rows;
  const { verdict } = row;
  const why =
    verdict.kind === 'inconclusive'
      ? verdict.reason
      : `a plain, valid ${operation.effect.words.request} was not seen to work`;
  const hidden = selected.has(smokeTest) ? '' : notSelected;
  const reason = why.startsWith('blocked by') ? why : `blocked by ${smokeTest}${hidden}: ${why}`;
  return rows.map((row) => {
    const empty = row.verdict.kind === 'inconclusive' && row.verdict.reason === nothingSeen;
    if (row.verdict.kind !== 'pass' && !empty) return row;
    return { ...row, verdict: { kind: 'inconclusive', runs: row.verdict.runs, reason } };
  });
}
