import type { Recipe } from '../../generators/case.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import { openLab } from '../lab/lab.ts';
import type { Run } from '../lab/run.ts';
import { assess, exactly } from './assess.ts';
import { crashOf } from './crash.ts';
import type { Finding } from './finding.ts';
import type { Plan } from './plan.ts';
import { blockedReason } from './tally.ts';

/** Valid requests that went wrong beside the cases of their requirement: as anchors and twins of others. */
export interface Suspicions {
  readonly add: (owner: RequirementId, recipe: Recipe) => void;
  readonly of: (owner: RequirementId) => readonly Recipe[];
}

/** More of one requirement tell nothing more. */
const maxEach = 6;

export function openSuspicions(): Suspicions {
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

/** Judges what is suspected by the checks that it belongs to; what they found by themselves stands. */
export async function judgeSuspicions(
  suspicions: Suspicions,
  run: Run,
  plan: Plan,
  findings: Map<RequirementId, Finding>,
): Promise<void> {
  for (const check of plan.active) {
    const id = check.requirement;
    const recipes = suspicions.of(id);
    let finding = findings.get(id);
    if (finding === undefined || recipes.length === 0 || run.signal.aborted) continue;
    const lab = openLab(run, id);
    try {
      for (const recipe of recipes) {
        if (finding.failure !== undefined) break;
        const assessment = await assess(check, lab, exactly(recipe));
        finding = { ...finding, runs: finding.runs + 1 };
        if (assessment.kind === 'complaint') {
          const { complaint, foundAfter } = assessment;
          finding = { ...finding, failure: { complaint, path: 'beside', foundAfter } };
        } else if (assessment.kind !== 'held') {
          const reason = assessment.kind === 'blocked' ? blockedReason(assessment.blocked) : assessment.reason;
          finding = {
            ...finding,
            doubts: [...finding.doubts, `a valid request went wrong beside its cases: ${reason}`],
          };
        }
      }
      await lab.close();
    } catch (error) {
      finding = { ...finding, crash: finding.crash ?? crashOf(error) };
    }
    findings.set(id, finding);
  }
}
