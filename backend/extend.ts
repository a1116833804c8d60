import type { Answer } from './answers.ts';
import { newJob } from './jobs.ts';
import type { BackendVolume, Job } from './model.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { RuleContext, Rules } from './rules.ts';

/** Answers the extension of `volume` that the request body `text` asks for; the job may still be running then. */
export function extend(text: string, volume: BackendVolume, rules: Rules, context: RuleContext): Answer {
  let body: unknown;
  try {
    body = rules.parseBody(text);
  } catch (error) {
    if (error instanceof SyntaxError) return rules.answerMalformed(error, context);
    throw error;
  }
  const size = decide(body, text, volume, rules, context);
  if (isRefusal(size)) {
    rules.onRefused(volume, size, context);
    return rules.answerRefused(size, volume, context);
  }
  return rules.answerAccepted(launch(size, volume, rules, context), context);
}

/** The new capacity of the volume (GB), or the reason for a refusal. */
function decide(
  body: unknown,
  text: string,
  volume: BackendVolume,
  rules: Rules,
  context: RuleContext,
): number | Refusal {
  const raw = rules.readSize(body, text);
  if (isRefusal(raw)) return raw;
  const wish = { raw, size: rules.toInteger(raw) };
  return (
    rules.checkLower(wish, volume, context) ??
    rules.checkUpper(wish, volume, context) ??
    rules.checkState(volume, context) ??
    rules.checkBusy(volume, context) ??
    wish.size
  );
}

/** Starts the job that gives `volume` the capacity `size` (GB). */
function launch(size: number, volume: BackendVolume, rules: Rules, context: RuleContext): Job {
  const { state } = context;
  const job: Job = { ...newJob(rules.jobId(volume, context), 'extendVolume', volume, context), size };
  state.putJob(job);
  state.busy.add(volume.id);
  const steps = {
    begin: () => state.putJob({ ...job, status: 'RUNNING' }),
    grow: () => {
      rules.grow(job, context);
      state.busy.delete(volume.id);
    },
    conclude: () => rules.conclude(job, context),
  };
  rules.run(job, steps, context);
  return job;
}
