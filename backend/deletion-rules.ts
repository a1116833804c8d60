import type { Answer } from './answers.ts';
import type { BackendVolume, Job } from './model.ts';
import type { Refusal } from './refusal.ts';
import type { RuleContext } from './rule-context.ts';

/** The steps of a deletion's job, in the order that a rule chooses. */
export interface DeletionSteps {
  readonly begin: () => void;
  readonly remove: () => void;
  readonly conclude: () => void;
}

/**
 * The decisions about deletions alone. For a decision that an extension needs as well, a rule gets the service's common
 * result, and may change it.
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
  /** Shows that the volume is being deleted. */
  readonly markDeleted: (volume: BackendVolume, context: RuleContext) => void;
  readonly runDeletion: (job: Job, steps: DeletionSteps, context: RuleContext) => void;
  readonly removeDeleted: (job: Job, context: RuleContext) => void;
  readonly concludeDeletion: (job: Job, context: RuleContext) => void;
  readonly answerDeletionAccepted: (job: Job, context: RuleContext) => Answer;
}
