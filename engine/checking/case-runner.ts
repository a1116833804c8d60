import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck } from '../check.ts';
import { crashOf } from '../crash.ts';
import type { Uncontrolled } from '../fixtures/fixtures.ts';
import { openFixtures } from '../fixtures/open-fixtures.ts';
import type { Run } from '../fixtures/run.ts';
import type { Exercised, Purpose } from '../stage.ts';
import { timing } from '../timing.ts';
import { assessFor } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { openStage } from './run-case.ts';
import type { Schedule } from './schedule.ts';
import type { Stop } from './stop.ts';

/** The result of a case, or the reason why there is none. */
export type Examined =
  | Assessment
  /** Not sent, because the check has judged its mandatory cases and taken long enough. */
  | { readonly kind: 'passed-over' }
  /** Not sent, because the run is over. */
  | { readonly kind: 'interrupted' }
  /** We broke. */
  | { readonly kind: 'crashed'; readonly reason: string };

/** Where a check's cases are put to the test: a target, or the record of a run. */
export interface CaseRunner {
  /** `tell` gets the result of each exercise of the case. Never throws. */
  readonly examine: (recipe: Recipe, purpose: Purpose, tell?: Tell) => Promise<Examined>;
  /** Makes a case of a valid request that went wrong outside the check's own cases. Never throws. */
  readonly examineBeside: (recipe: Recipe, tell?: Tell) => Promise<Examined>;
  /** Ends the check; the refusals that count for nothing, or how we broke. Never throws. */
  readonly close: () => Promise<Closing>;
}

export type Tell = (made: Exercised) => void;

export interface Closing {
  readonly uncontrolled: readonly Uncontrolled[];
  readonly crash?: string | undefined;
}

/** If each case needs a volume of its own, further set-ups are dear: only essential ones are judged. */
export const besides: Assessment & { readonly kind: 'unavailable' } = {
  kind: 'unavailable',
  reason: 'only one volume at a time can be trusted',
};

/** The state that the cases of a check share with those of others. */
export interface Shared {
  readonly schedule: Pick<Schedule, 'take'>;
  readonly stop: Pick<Stop, 'isOver' | 'failed' | 'made'>;
}

/** A check that has the run for itself. */
const byItself: Shared = {
  schedule: { take: (_check, _purpose, work) => work(0) },
  stop: { isOver: () => false, failed: () => {}, made: () => {} },
};

/** Examines the cases of one check on the run's target, several at once if asked. */
export function openCaseRunner(check: ActiveCheck, run: Run, { schedule, stop }: Shared = byItself): CaseRunner {
  const { requirement: id } = check;
  const fixtures = openFixtures(run, id);
  /** How long its cases have taken, in ms, their turns not waited for. */
  let taken = 0;

  const isOver = (purpose: Purpose | 'beside', turn?: number): boolean =>
    run.signal.aborted || (purpose !== 'beside' && stop.isOver(id, purpose, turn));

  /** Whether the check has taken long enough to skip extra cases, or all checks one by one to skip further cases. */
  const isEnough = (purpose: Purpose): boolean =>
    (purpose === 'extra' && taken > timing.enoughMs) ||
    ((purpose === 'extra' || purpose === 'further') && run.turns.oneByOneMs() > timing.enoughMs);

  /** Works on a case in its turn. */
  function inTurn(
    recipe: Recipe,
    purpose: Purpose | 'beside',
    tell: Tell = () => {},
    turn?: number,
  ): Promise<Examined> {
    const stage = openStage(fixtures, (made) => {
      stop.made(id, made);
      tell(made);
    });
    return run.turns.take(async () => {
      if (isOver(purpose, turn)) return { kind: 'interrupted' };
      const start = run.clock.now();
      try {
        return await assessFor(purpose, check, stage, recipe);
      } catch (error) {
        return { kind: 'crashed', reason: crashOf(error) };
      } finally {
        taken += run.clock.now() - start;
      }
    });
  }

  return {
    async examine(recipe, purpose, tell) {
      if (isOver(purpose)) return { kind: 'interrupted' };
      if (isEnough(purpose)) return { kind: 'passed-over' };
      if (run.alone() && !recipe.setup.essential) return besides;
      return schedule.take(id, purpose, async (turn) => {
        const examined = await inTurn(recipe, purpose, tell, turn);
        if (examined.kind === 'complaint') stop.failed(id, { check: id, ordinal: examined.foundAfter }, turn);
        return examined;
      });
    },
    examineBeside: (recipe, tell) => inTurn(recipe, 'beside', tell),
    async close() {
      try {
        return { uncontrolled: await schedule.take(id, 'smaller', () => run.turns.take(() => fixtures.close())) };
      } catch (error) {
        return { uncontrolled: [], crash: crashOf(error) };
      }
    },
  };
}
