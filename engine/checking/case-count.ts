import type { RequirementId } from '../../spec/requirements.ts';
import type { CaseRunner } from './case-runner.ts';

/** How far a run is, in cases. A case that turns out not to be needed counts as done, so the total never shrinks. */
export interface CaseCount {
  /** A check draws so many cases. */
  readonly planned: (id: RequirementId, cases: number) => void;
  /** The same runner; its cases are counted. */
  readonly counting: (id: RequirementId, runner: CaseRunner) => CaseRunner;
  /** A check sends nothing more, however many it was to send. */
  readonly closed: (id: RequirementId) => void;
}

/** Counts the cases of these checks; `tell` is told after each. */
export function openCaseCount(
  ids: readonly RequirementId[],
  tell: (done: number, of: number, id: RequirementId) => void,
): CaseCount {
  // of a check that has not begun nobody knows yet how many it draws
  const left = new Map(ids.map((id) => [id, 1]));
  let done = 0;
  const told = (id: RequirementId): void => {
    const open = [...left.values()].reduce((sum, one) => sum + one, 0);
    tell(done, done + open, id);
  };
  return {
    planned(id, cases) {
      done += Math.max(0, (left.get(id) ?? 0) - cases);
      left.set(id, cases);
    },
    counting: (id, runner) => ({
      ...runner,
      async examine(recipe, purpose, tell) {
        const examined = await runner.examine(recipe, purpose, tell);
        const open = left.get(id) ?? 0;
        // what makes a failure smaller was not planned
        if (purpose === 'smaller' || open === 0) return examined;
        left.set(id, open - 1);
        done += 1;
        told(id);
        return examined;
      },
    }),
    closed(id) {
      done += left.get(id) ?? 0;
      left.delete(id);
      told(id);
    },
  };
}
