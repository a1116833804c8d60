import type { Recipe } from '../../generators/case.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { ActiveCheck } from '../check.ts';
import type { Plan } from '../plan.ts';
import { exactly } from './assess.ts';
import type { CaseRunner, Examined } from './case-runner.ts';
import type { Finding } from './finding.ts';
import { blockedRemark } from './remark.ts';

/** Valid requests that went wrong outside the cases of their requirement: as controls and twins of others. */
export interface IncidentalFailures {
  readonly add: (owner: RequirementId, recipe: Recipe) => void;
  readonly of: (owner: RequirementId) => readonly Recipe[];
}

/** More of one requirement tell nothing more. */
export const maxEach = 6;

export function openIncidentalFailures(): IncidentalFailures {
  const all = new Map<RequirementId, Map<string, Recipe>>();
  return {
    add(owner, recipe) {
      const own = all.get(owner) ?? new Map<string, Recipe>();
      all.set(owner, own);
      if (own.size < maxEach) own.set(JSON.stringify(exactly(recipe)), recipe);
    },
    of: (owner) => [...(all.get(owner)?.values() ?? [])],
  };
}

/** Judges incidental failures by the checks that they belong to; the checks' own findings stand. */
export async function judgeIncidentalFailures(
  incidental: IncidentalFailures,
  plan: Plan,
  findings: Map<RequirementId, Finding>,
  runnerFor: (check: ActiveCheck) => CaseRunner,
): Promise<void> {
  const { narrowest, lasting } = plan.operation;
  // where a requirement fails already, it matters no less to others whether effects last
  const isDue = (recipe: Recipe, finding: Finding | undefined): boolean =>
    finding !== undefined &&
    (finding.failure === undefined || (finding.requirement === lasting?.requirement && lasting.isOf(recipe)));
  const turnOf = ({ requirement }: ActiveCheck): number => {
    const turn = narrowest.findIndex((start) => requirement.startsWith(start));
    return turn < 0 ? narrowest.length : turn;
  };
  for (const check of [...plan.active].sort((one, other) => turnOf(one) - turnOf(other))) {
    const id = check.requirement;
    const recipes = incidental.of(id);
    let finding = findings.get(id);
    if (finding === undefined || !recipes.some((recipe) => isDue(recipe, finding))) continue;
    const runner = runnerFor(check);
    for (const recipe of recipes) {
      if (!isDue(recipe, finding)) continue;
      finding = withBeside(finding, recipe, await runner.examineBeside(recipe));
    }
    const { crash } = await runner.close();
    findings.set(id, { ...finding, crash: finding.crash ?? crash });
  }
}

const besides = 'a valid request outside its own cases went wrong';

/** A finding, with the result of a valid request that went wrong outside its cases. */
export function withBeside(finding: Finding, recipe: Recipe, examined: Examined): Finding {
  if (examined.kind === 'interrupted' || examined.kind === 'passed-over') return finding;
  if (examined.kind === 'crashed') return { ...finding, crash: finding.crash ?? examined.reason };
  const counted = { ...finding, runs: finding.runs + 1 };
  // by itself it was taken
  if (examined.kind === 'held' || examined.kind === 'crowded') return counted;
  if (examined.kind === 'complaint') {
    const { complaint, evidence, foundAfter } = examined;
    return { ...counted, failure: { complaint, evidence, recipe, foundAfter, path: 'beside' } };
  }
  const doubt =
    examined.kind === 'blocked'
      ? blockedRemark(examined.blocked, besides)
      : { about: besides, reason: examined.reason };
  return { ...counted, doubts: [...counted.doubts, doubt] };
}
