import type { Recipe } from '../generators/case.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { CaseRunner, Closing, Examined, Tell } from './checking/case-runner.ts';
import type { Circumstances } from './conclusion/circumstances.ts';
import type { Abilities } from './plan.ts';
import type { Exercised, Purpose } from './stage.ts';
import type { Step } from './step.ts';

/** The plan of a run: with the contract, it decides which cases are drawn. */
export interface RunPlan {
  /** The suite's version. */
  readonly suite: string;
  readonly contract: { readonly id: string; readonly sha256: string };
  /** The target's URL. */
  readonly target: string;
  /** It is the reference backend. */
  readonly reference: boolean;
  readonly seed: number;
  /** Cases a check. */
  readonly runs: number;
  /** Accepted extensions a check. */
  readonly extensions: number;
  /** The smallest volume the target gives, in GB. */
  readonly minSize: number;
  /** The largest size the target has room for, in GB; null: the contract's maximum. */
  readonly maxGb: number | null;
  /** Volumes and requests in the whole run; null: as many as it takes. */
  readonly maxVolumes: number | null;
  readonly maxRequests: number | null;
  /** How long an accepted request and its job may take, in ms. */
  readonly jobMs: number;
  /** Volumes are handed out again as they came back. */
  readonly keeps: boolean;
  /** Null: all requirements. */
  readonly only: readonly RequirementId[] | null;
  /** The strongest requirements alone, a case each. */
  readonly smoke: boolean;
  /** The first MUST that fails ends it. */
  readonly failFast: boolean;
  /** In s; null: as long as it takes. */
  readonly maxTime: number | null;
  readonly abilities: Abilities;
}

/** The result of a case, and the result of each of its exercises, in order. */
export interface Came {
  readonly examined: Examined;
  readonly exercises: readonly Exercised[];
}

/** Records the observations and conclusions of a run, so that somebody else can judge it again. */
export interface Recorder {
  /** Called first. */
  readonly begin: (plan: RunPlan) => void;
  /** Every request of the operation with all that was seen around it; `watched`: the rules about all answers are judged by it. */
  readonly step: (step: Step, watched: boolean) => void;
  /** The result of a case of this check, in the order in which it was drawn. */
  readonly examined: (check: RequirementId, recipe: Recipe, purpose: Purpose | 'beside', came: Came) => void;
  /** How a check ended: first with its own cases, then, if there were any, with those outside them. */
  readonly closed: (check: RequirementId, closing: Closing) => void;
  /** The other results of the run, when it is over. */
  readonly circumstances: (circumstances: Circumstances) => void;
}

export const noRecorder: Recorder = {
  begin: () => {},
  step: () => {},
  examined: () => {},
  closed: () => {},
  circumstances: () => {},
};

/** The same runner; a recorder gets its cases in the order in which they were drawn. */
export function recorded(check: RequirementId, recorder: Recorder, runner: CaseRunner): CaseRunner {
  let before: Promise<unknown> = Promise.resolve();
  function examined(recipe: Recipe, purpose: Purpose | 'beside', work: (tell: Tell) => Promise<Examined>) {
    const exercises: Exercised[] = [];
    const came = Promise.all([work((made) => void exercises.push(made)), before]).then(([made]) => {
      recorder.examined(check, recipe, purpose, { examined: made, exercises });
      return made;
    });
    before = came;
    return came;
  }
  return {
    examine: (recipe, purpose) => examined(recipe, purpose, (tell) => runner.examine(recipe, purpose, tell)),
    examineBeside: (recipe) => examined(recipe, 'beside', (tell) => runner.examineBeside(recipe, tell)),
    async close() {
      const closing = await runner.close();
      recorder.closed(check, closing);
      return closing;
    },
  };
}
