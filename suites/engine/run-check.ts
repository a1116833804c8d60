import fc from 'fast-check';
import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck, Complaint } from '../check.ts';
import { openLab } from '../lab/lab.ts';
import type { Run } from '../lab/run.ts';
import { assess, exactly } from './assess.ts';
import { crashOf } from './crash.ts';
import { type Assessment, slow } from './exercised.ts';
import type { Finding } from './finding.ts';
import { openTally } from './tally.ts';

export interface Budget {
  /** Cases a check. */
  readonly runs: number;
  /** Accepted extensions a check. */
  readonly extensions: number;
}

/**
 * A check that has judged what it must stops after so long, in ms: where every case waits for a job, what is only extra
 * would take minutes.
 */
const enoughMs = 40_000;

/** Shrinking stops after so many further cases: each may cost a volume. */
const maxShrinks = 40;

/** Where volumes stand alone, each further set-up costs a volume a case: only what is essential is judged. */
const besides: Assessment = { kind: 'unavailable', reason: 'only one volume at a time can be trusted' };

/** Runs one check: its telling cases first, then what fast-check draws, then shrinking. Never throws: a crash of ours is in the finding. */
export async function runCheck(check: ActiveCheck, run: Run, budget: Budget, seed: number): Promise<Finding> {
  const lab = openLab(run, check.requirement);
  const tally = openTally();
  const search = openSearch();
  const start = run.clock.now();
  let drawn = 0;
  let passedOver = 0;
  let crash: string | undefined;
  let path = '';
  try {
    const cases = check.cases(run.contract, run.room);
    const essential = essentialsOf(cases.first);
    const property = fc.asyncProperty(cases.arbitrary, async (recipe) => {
      if (run.signal.aborted || search.isOver() || tally.isHopeless()) return true;
      if (drawn >= essential && !search.isShrinking() && run.clock.now() - start > enoughMs) {
        passedOver += 1;
        return true;
      }
      drawn += 1;
      try {
        const assessment = run.alone() && !recipe.setup.essential ? besides : await assessNext(recipe);
        if (!search.isShrinking()) tally.note(recipe, assessment);
        return search.isFine(assessment);
      } catch (error) {
        // kept and passed over, so that a later case can still find what is wrong with the target
        crash ??= crashOf(error);
        return true;
      }
    });
    /** The first case, and whatever is to become smaller, have volumes of their own: some faults show on no other. */
    const assessNext = async (recipe: Recipe): Promise<Assessment> => {
      if (search.isShrinking()) return assess(check, lab, exactly(recipe));
      if (tally.isEmpty() && check.budget === 'extensions') {
        const alone = await assess(check, lab, exactly(recipe));
        if (alone.kind !== 'unavailable') return alone;
      }
      return assess(check, lab, recipe);
    };
    const details = await fc.check(property, {
      seed,
      numRuns: Math.max(casesOf(check, budget), essential),
      examples: cases.first.map((recipe): [Recipe] => [recipe]),
    });
    path = details.counterexamplePath ?? '';
  } catch (error) {
    crash = crashOf(error);
  }
  try {
    tally.blocked(await lab.close());
  } catch (error) {
    crash ??= crashOf(error);
  }
  const complaint = search.complaint();
  const foundAfter = search.foundAfter();
  return {
    requirement: check.requirement,
    runs: tally.runs(),
    observed: tally.observed(),
    failure: complaint === undefined ? undefined : { complaint, path, foundAfter },
    doubts: tally.doubts(),
    crash: complaint === undefined ? crash : undefined,
    notes: [
      ...tally.notes(),
      ...(complaint !== undefined && crash !== undefined ? [`while shrinking: ${crash}`] : []),
      ...(passedOver > 0 ? [`stopped after ${enoughMs / 1000} s: ${passedOver} further cases were not sent`] : []),
    ],
  };
}

function casesOf(check: ActiveCheck, budget: Budget): number {
  const cap = check.budget === 'extensions' ? Math.min(budget.runs, budget.extensions) : budget.runs;
  return Math.min(cap, check.atMost ?? cap);
}

/** As many cases as bring every essential set-up once: without them no budget, however small, could end in a pass. */
function essentialsOf(first: readonly Recipe[]): number {
  const seen = new Set<string>();
  let needed = 1;
  for (const [at, { setup }] of first.entries()) {
    const key = JSON.stringify(setup);
    if ((setup.essential || setup.oneOf !== undefined) && !seen.has(key)) needed = at + 1;
    seen.add(key);
  }
  return needed;
}

/** Keeps shrinking to the kind of failure it started from: a crash of ours must not shadow a finding, nor one finding another. */
function openSearch() {
  let first: Complaint | undefined;
  let smallest: Complaint | undefined;
  let foundAfter = 0;
  let shrinks = 0;
  return {
    isShrinking: () => first !== undefined,
    isOver: () => shrinks >= maxShrinks,
    complaint: () => smallest,
    foundAfter: () => foundAfter,
    isFine(assessment: Assessment): boolean {
      if (first !== undefined) shrinks += 1;
      if (assessment.kind !== 'complaint') return true;
      if (slow.has(assessment.complaint.kind)) shrinks = maxShrinks;
      if (first !== undefined && assessment.complaint.kind !== first.kind) return true;
      if (first === undefined) foundAfter = assessment.foundAfter;
      first ??= assessment.complaint;
      smallest = assessment.complaint;
      return false;
    },
  };
}
