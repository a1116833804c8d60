import type { RequirementId } from '../../spec/requirements.ts';
import type { Row } from '../../verdicts/result.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../checking/finding.ts';
import type { Plan } from '../plan.ts';
import type { Circumstances } from './circumstances.ts';
import { rowOf, type TellingContext, verdictOf } from './rows.ts';

/** The result of a run, before it is written as rows. */
export interface Outcomes extends Pick<Circumstances, 'cut' | 'ended' | 'notes' | 'failedStart'> {
  readonly plan: Plan;
  readonly findings: ReadonlyMap<RequirementId, Finding>;
  /** Id → why its answers are not the same from one time to the next. */
  readonly unsteady: ReadonlyMap<RequirementId, string>;
}

/** A check's own finding, and the findings for it elsewhere: a failure there counts as its own. */
export function together(own: Finding | undefined, seen: Finding): Finding {
  if (own === undefined) return seen;
  if (own.failure !== undefined || seen.failure === undefined) return { ...own, crash: own.crash ?? seen.crash };
  return { ...own, failure: seen.failure, runs: own.runs + 1 };
}

/** More of a kind tell nothing more. */
const maxNotes = 3;

/** The row of one check, whatever its result. */
export function rowFor(check: Check, outcomes: Outcomes, context: TellingContext): Row {
  const { plan, findings, unsteady, cut, ended, failedStart } = outcomes;
  const id = check.requirement;
  const outside = plan.outside.get(id);
  if (outside !== undefined) return rowOf(id, { kind: 'not-applicable', reason: outside }, [], context);
  if (failedStart !== undefined) {
    const kind = id === plan.operation.roles.smokeTest ? 'broken' : 'inconclusive';
    return rowOf(id, { kind, runs: 0, reason: `could not run: ${failedStart}` }, [], context);
  }
  const hopeless = plan.hopeless.get(id);
  if (hopeless !== undefined) return rowOf(id, { kind: 'inconclusive', runs: 0, reason: hopeless }, [], context);
  const finding = findings.get(id);
  if (finding === undefined) {
    return rowOf(id, { kind: 'inconclusive', runs: 0, reason: ended ?? plan.unselected }, [], context);
  }
  const reason = (check.kind === 'passive' ? ended : cut.get(id)) ?? unsteady.get(id);
  // a row that fails need not be told that it rests on itself
  const remarks = finding.notes.filter(({ by }) => finding.failure === undefined || by?.includes(id) !== true);
  const notes = [...context.tell(remarks), ...(outcomes.notes.get(id) ?? []).slice(0, maxNotes)];
  return rowOf(id, verdictOf({ ...finding, short: shortOf(check, findings) }, reason, context), notes, context);
}

/** Why the budget is too small for a check: a passive check sees what others draw. */
function shortOf(check: Check, findings: Outcomes['findings']): string | undefined {
  const own = findings.get(check.requirement)?.short;
  if (check.kind !== 'passive') return own;
  return check.dependsOn.map((id) => findings.get(id)?.short).find((short) => short !== undefined);
}

/** A check that ran only because others depend on it, or as their control, has no verdict of its own. */
export function hideUnselected(rows: readonly Row[], plan: Plan): readonly Row[] {
  return rows.map((row) =>
    plan.selected.has(row.id as RequirementId) || row.verdict.kind === 'not-applicable' || row.verdict.kind === 'broken'
      ? row
      : { ...row, verdict: { kind: 'inconclusive', runs: 0, reason: plan.unselected }, notes: [] },
  );
}
