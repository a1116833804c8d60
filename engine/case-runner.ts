import type { Recipe } from '../generators/case.ts';
import { assessFor } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { ActiveCheck } from './check.ts';
import { crashOf } from './crash.ts';
import type { Uncontrolled } from './fixtures/fixtures.ts';
import { openFixtures } from './fixtures/open-fixtures.ts';
import type { Run } from './fixtures/run.ts';
import { openStage } from './run-case.ts';
import type { Exercised, Purpose } from './stage.ts';
import { timing } from './timing.ts';

/** What became of a case: what it says, or why it was not to be had. */
export type Examined =
  | Assessment
  /** Not sent, for the check has judged what it must and taken long enough. */
  | { readonly kind: 'passed-over' }
  /** Not sent, for the run is over. */
  | { readonly kind: 'interrupted' }
  /** We broke. */
  | { readonly kind: 'crashed'; readonly reason: string };

/** Where a check's cases are put to the test: a target, or the record of a run. */
export interface CaseRunner {
  /** Never throws. */
  readonly examine: (recipe: Recipe, purpose: Purpose) => Promise<Examined>;
  /** A valid request that went wrong beside the check's cases, made one of them. Never throws. */
  readonly examineBeside: (recipe: Recipe) => Promise<Examined>;
  /** Ends the check; the refusals that count for nothing, or how we broke. Never throws. */
  readonly close: () => Promise<Closing>;
}

export interface Closing {
  readonly uncontrolled: readonly Uncontrolled[];
  readonly crash?: string | undefined;
}

/** Where volumes stand alone, each further set-up costs a volume a case: only what is essential is judged. */
export const besides: Assessment & { readonly kind: 'unavailable' } = {
  kind: 'unavailable',
  reason: 'only one volume at a time can be trusted',
};

/**
 * Examines the cases of one check on the run's target; `tell` is told what came of each exercise. `isStopped`: asked before
 * each case whether it is no longer to be sent.
 */
export function openCaseRunner(
  check: ActiveCheck,
  run: Run,
  tell: (made: Exercised) => void = () => {},
  isStopped: (purpose: Purpose) => boolean = () => false,
): CaseRunner {
  const fixtures = openFixtures(run, check.requirement);
  const stage = openStage(fixtures, tell);
  /** How long its cases have taken, in ms, their turns not waited for. */
  let taken = 0;

  const isOver = (purpose: Purpose | 'beside'): boolean =>
    run.signal.aborted || (purpose !== 'beside' && isStopped(purpose));

  /** Works on a case in its turn. */
  function inTurn(purpose: Purpose | 'beside', work: () => Promise<Examined>): Promise<Examined> {
    return run.turns.take(async () => {
      if (isOver(purpose)) return { kind: 'interrupted' };
      const start = run.clock.now();
      try {
        return await work();
      } catch (error) {
        return { kind: 'crashed', reason: crashOf(error) };
      } finally {
        taken += run.clock.now() - start;
      }
    });
  }

  return {
    async examine(recipe, purpose) {
      if (isOver(purpose)) return { kind: 'interrupted' };
      if (purpose === 'extra' && taken > timing.enoughMs) return { kind: 'passed-over' };
      if (run.alone() && !recipe.setup.essential) return besides;
      return inTurn(purpose, () => assessFor(purpose, check, stage, recipe));
    },
    async examineBeside(recipe) {
      return inTurn('beside', () => assessFor('beside', check, stage, recipe));
    },
    async close() {
      try {
        return { uncontrolled: await run.turns.take(() => fixtures.close()) };
      } catch (error) {
        return { uncontrolled: [], crash: crashOf(error) };
      }
    },
  };
}
