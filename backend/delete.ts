import type { Answer } from './answers.ts';
import { newJob } from './jobs.ts';
import type { BackendVolume, Job } from './model.ts';
import type { RuleContext, Rules } from './rules.ts';

/** Answers the deletion of `volume`; the job may still be running then. */
export function deleteVolume(volume: BackendVolume, rules: Rules, context: RuleContext): Answer {
  const refusal = rules.checkDeletion(volume, context);
  if (refusal !== undefined) return rules.answerDeletionRefused(refusal, volume, context);
  return rules.answerDeletionAccepted(launch(volume, rules, context), context);
}

function launch(volume: BackendVolume, rules: Rules, context: RuleContext): Job {
  const job = newJob(context.settings.randomId(), 'deleteVolume', volume, context);
  context.state.putJob(job);
  rules.markDeleted(volume, context);
  const steps = {
    begin: () => context.state.putJob({ ...job, status: 'RUNNING' }),
    remove: () => rules.removeDeleted(job, context),
    conclude: () => rules.concludeDeletion(job, context),
  };
  rules.runDeletion(job, steps, context);
  return job;
}
