import type { RequirementId } from '../../spec/requirements.ts';
import type { Row } from '../../verdicts/result.ts';
import { redact } from '../../wire/redact.ts';
import type { MappedFailure } from '../acceptance-mapper.ts';
import type { Check } from '../check.ts';
import type { Failure, Finding } from '../checking/finding.ts';
import type { Watch } from '../checking/watch.ts';
import { isLike } from '../judge/denial.ts';
import { strangeGrowth } from '../judge/idle.ts';
import type { Plan } from '../plan.ts';
import type { Circumstances } from './circumstances.ts';
import { withoutLapses } from './lapse.ts';
import type { PassingCounter } from './passing.ts';
import { type ReasonWriter, reasonWriterOf } from './reasons.ts';
import { gated, type RowContext, untestedRows } from './rows.ts';
import { hideUnselected, type Outcomes, rowFor, together } from './table.ts';

/** The findings of the checks' own cases, and of the passive checks. */
export interface Findings {
  readonly own: ReadonlyMap<RequirementId, Finding>;
  readonly watches: readonly Watch[];
  /** Answers that did not show again. */
  readonly passing: Pick<PassingCounter, 'doubts'>;
}

/** The rows of the report. Pure: the same findings in the same circumstances make the same rows. */
export function conclude(
  plan: Plan,
  { own, watches, passing }: Findings,
  circumstances: Circumstances,
  told: Omit<RowContext, 'distrust' | 'operation'>,
): readonly Row[] {
  const { crash, distrust } = circumstances;
  const { checks: all, roles } = plan.operation;
  const context = { ...told, operation: plan.operation };
  const seen = withoutLapses(inAll({ own, watches }), plan.operation);
  const findings = new Map([...seen].map(([id, one]) => [id, unlessOfEnd(one, circumstances)]));
  const smokeTest = findings.get(roles.smokeTest);
  if (smokeTest !== undefined) findings.set(roles.smokeTest, { ...smokeTest, crash: smokeTest.crash ?? crash });
  for (const check of all) {
    const finding = findings.get(check.requirement);
    if (finding?.failure !== undefined)
      findings.set(check.requirement, { ...finding, failure: tellable(check, finding.failure, context) });
  }
  const strange = strangeGrowth(circumstances.notes.get(roles.others) ?? []);
  const unsteady = new Map([...passing.doubts(), ...(strange === undefined ? [] : [[roles.others, strange] as const])]);
  const outcomes = { plan, findings, unsteady, ...circumstances };
  const rowsAs = (tell: ReasonWriter): readonly Row[] =>
    all.map((check) => rowFor(check, outcomes, { ...context, distrust, tell }));
  // what a row rests on can be told when the verdicts of all are known, and no verdict depends on how it is told
  const known = rowsAs((remarks) => remarks.map(({ reason }) => reason)).filter(({ id }) => isJudged(id, outcomes));
  const kinds = new Map(known.map(({ id, verdict }) => [id, verdict.kind]));
  const rows = rowsAs(reasonWriterOf({ kinds, findings, selected: plan.selected }));
  return [...hideUnselected(gated(rows, plan), plan), ...untestedRows(context)];
}

/** A requirement that is neither selected nor needed has a row, and no verdict. */
const isJudged = (id: string, { plan, findings }: Pick<Outcomes, 'plan' | 'findings'>): boolean =>
  [findings, plan.outside, plan.hopeless].some((map) => map.has(id as RequirementId)) ||
  plan.selected.has(id as RequirementId);

/** A refusal like those after the credentials expired had the same cause, which was not noticed yet. */
function unlessOfEnd(finding: Finding, { denial, ended = '' }: Pick<Circumstances, 'denial' | 'ended'>): Finding {
  const { failure } = finding;
  const step = failure?.complaint.step;
  if (denial === undefined || step?.outcome !== 'refused' || !isLike(step.exchange.reply, denial.reply)) return finding;
  // beside its cases, these stand as they were judged
  return {
    ...finding,
    failure: undefined,
    doubts: [...(failure?.path === 'beside' ? [] : [{ reason: ended }]), ...finding.doubts],
  };
}

/** The requests by which rows fail. */
export function shownFailures(rows: readonly Row[], found: Omit<Findings, 'passing'>): readonly MappedFailure[] {
  const findings = inAll(found);
  return rows.flatMap(({ id, verdict }) => {
    const known = id as RequirementId;
    const step = findings.get(known)?.failure?.complaint.step;
    return verdict.kind === 'fail' && step !== undefined ? [{ id: known, step }] : [];
  });
}

/** The findings for each requirement, by the cases of any check. */
export function inAll({ own, watches }: Omit<Findings, 'passing'>): ReadonlyMap<RequirementId, Finding> {
  const findings = new Map(own);
  for (const watch of watches) {
    const id = watch.check.requirement;
    findings.set(id, together(findings.get(id), watch.finding()));
  }
  return findings;
}

/**
 * A failure as it may be shown: judged again from the shown part, so that a reader with only that part gets the same words.
 */
function tellable(
  check: Check,
  failure: Failure,
  { contract, secrets }: Pick<RowContext, 'contract' | 'secrets'>,
): Failure {
  const trace = redact(failure.evidence.trace, secrets);
  return { ...failure, complaint: check.judge(trace, contract) ?? redact(failure.complaint, secrets) };
}
