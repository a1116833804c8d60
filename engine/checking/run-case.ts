import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck } from '../check.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../fixtures/volume-under-test.ts';
import type { Exercised, Stage } from '../stage.ts';
import type { Trace } from '../step.ts';
import { type Assessment, judged } from './assessment.ts';

/** Complaints about a missing event: they took a whole time limit to show, and are not worth another one. */
export const slow: ReadonlySet<string> = new Set(['unchanged', 'endless', 'unknown', 'attributes']);

/** A request without an outcome is tried on so many fresh volumes in all. */
const attempts = 4;

/** Exercises a case once and judges it by itself. */
export async function runCase(check: ActiveCheck, stage: Stage, recipe: Recipe): Promise<Assessment> {
  const made = await stage.exercise(check, recipe);
  if (!isTrace(made)) return made;
  const assessment = judged(check, made, stage.contract);
  // an observation that was cut off shows a job or a volume as lost that are not
  if (assessment.kind === 'complaint' && stage.isOver()) return { kind: 'unclear', reason: interrupted };
  return assessment;
}

export const interrupted = 'the run was interrupted';

export const isTrace = (made: Exercised): made is Trace => 'steps' in made;

/** The target's stage; `tell` gets the result of each exercise. */
export function openStage(fixtures: Fixtures, tell: (made: Exercised) => void): Stage {
  const { contract, operation, room, signal, note, reuse, addIncidental } = fixtures.run;
  return {
    operation,
    contract,
    room,
    isOver: () => signal.aborted,
    async exercise(check, recipe) {
      const made = await exerciseCase(check, fixtures, recipe);
      tell(made);
      return made;
    },
    note,
    addCase: addIncidental,
    endReuse: reuse.end,
  };
}

/** Exercises a case, on fresh volumes where no outcome can be had. */
async function exerciseCase(check: ActiveCheck, fixtures: Fixtures, recipe: Recipe): Promise<Exercised> {
  let lost = '';
  for (let attempt = 0; attempt < attempts && !fixtures.run.signal.aborted; attempt += 1) {
    try {
      return await check.exercise(fixtures, recipe);
    } catch (error) {
      if (error instanceof Unavailable)
        return { kind: 'unavailable', reason: error.message, ...(error.isBudget ? { budget: true } : {}) };
      if (error instanceof BlockedVolume) return { kind: 'blocked', blocked: error.blocked };
      if (!(error instanceof LostExchange)) throw error;
      lost = error.message;
    }
  }
  return { kind: 'unclear', reason: lost === '' ? interrupted : `no outcome in ${attempts} attempts: ${lost}` };
}
