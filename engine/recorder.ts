import type { Recipe } from '../generators/case.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { CaseRunner, Closing, Examined } from './case-runner.ts';
import type { Circumstances } from './circumstances.ts';
import type { Abilities } from './plan.ts';
import type { Exercised, Purpose } from './stage.ts';
import type { Step } from './step.ts';

/** What was to be run: with the contract, all that decides which cases are drawn. */
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

/** What became of a case, and what came of each exercise of it, in order. */
export interface Came {
  readonly examined: Examined;
  readonly exercises: readonly Exercised[];
}

/** Keeps what a run sees and what it makes of it, so that somebody who was not there can judge again. */
export interface Recorder {
  /** Called first. */
  readonly begin: (plan: RunPlan) => void;
  /** Every request of the operation with all that was seen around it; `watched`: the rules about all answers are judged by it. */
  readonly step: (step: Step, watched: boolean) => void;
  /** What became of a case of this check, in the order in which it was drawn. */
  readonly examined: (check: RequirementId, recipe: Recipe, purpose: Purpose | 'beside', came: Came) => void;
  /** How a check ended: first with its own cases, then, where there were any, with those beside them. */
  readonly closed: (check: RequirementId, closing: Closing) => void;
  /** What the run came to beside that, when it is over. */
  readonly circumstances: (circumstances: Circumstances) => void;
}

export const noRecorder: Recorder = {
  begin: () => {},
  step: () => {},
  examined: () => {},
  closed: () => {},
  circumstances: () => {},
};

/** A runner that lets a recorder know; `open`: opens it, with whom it has to tell of each exercise. */
export function recorded(
  check: RequirementId,
  recorder: Recorder,
  open: (tell: (made: Exercised) => void) => CaseRunner,
): CaseRunner {
  let exercises: Exercised[] = [];
  const runner = open((made) => void exercises.push(made));
  async function examined(recipe: Recipe, purpose: Purpose | 'beside', work: Promise<Examined>): Promise<Examined> {
    const came = await work;
    recorder.examined(check, recipe, purpose, { examined: came, exercises });
    exercises = [];
    return came;
  }
  return {
    examine: (recipe, purpose) => examined(recipe, purpose, runner.examine(recipe, purpose)),
    examineBeside: (recipe) => examined(recipe, 'beside', runner.examineBeside(recipe)),
    async close() {
      const closing = await runner.close();
      recorder.closed(check, closing);
      return closing;
    },
  };
}
