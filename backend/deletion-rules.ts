import type { Answer } from './answers.ts';
import type { BackendVolume, Job } from './model.ts';
import type { Refusal } from './refusal.ts';
import type { RuleContext } from './rule-context.ts';

/** The steps of a deletion's job, for a rule to put in order. */
export interface DeletionSteps {
  readonly begin: () => void;
  readonly remove: () => void;
  readonly conclude: () => void;
}

/**
 * The decisions about a deletion alone. Where an extension meets the same question, a rule is given what the service says
 * to both, and leaves it or not.
 */
export interface DeletionRules {
  /** Whether this method on a volume's path deletes it. */
  readonly deletesOn: (method: string) => boolean;
  readonly admitDeletion: (denial: Refusal | undefined, volumeId: string, context: RuleContext) => Refusal | undefined;
  /** `found`: the volume with this id that the path's project has. */
  readonly findDeleted: (
    found: BackendVolume | undefined,
    volumeId: string,
    context: RuleContext,
  ) => BackendVolume | undefined;
  readonly answerNothingToDelete: (usual: Answer, volumeId: string, context: RuleContext, projectId: string) => Answer;
  readonly checkDeletion: (volume: BackendVolume, context: RuleContext) => Refusal | undefined;
  readonly answerDeletionRefused: (refusal: Refusal, volume: BackendVolume, context: RuleContext) => Answer;
  /** Shows that the volume is about to go. */
  readonly markDeleted: (volume: BackendVolume, context: RuleContext) => void;
  readonly runDeletion: (job: Job, steps: DeletionSteps, context: RuleContext) => void;
  readonly removeDeleted: (job: Job, context: RuleContext) => void;
  readonly concludeDeletion: (job: Job, context: RuleContext) => void;
  readonly answerDeletionAccepted: (job: Job, context: RuleContext) => Answer;
}
