import type { Complaint } from '../../engine/complaint.ts';
import { complain, timeLimit, watched } from '../../engine/judge/phrases.ts';
import { judgedStep, type Step, type Trace } from '../../engine/step.ts';
import type { Contract } from '../../spec/contract.ts';
import { removal } from './effect.ts';

/** The request must not have deleted the volume. */
export function stillThere(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  const { before, after } = step;
  if (before === undefined || after === undefined || !removal.tookPlace(before, after)) return undefined;
  return complain(step, 'deleted', contract, 'the volume to stay as it is', 'deleted the volume after its answer');
}

/** An accepted deletion has to remove the volume, whatever its job says. */
export function goneExpected(step: Step, contract: Contract): Complaint | undefined {
  const { before, after, ending, outcome } = step;
  if (outcome !== 'accepted' || before === undefined) return undefined;
  if (ending === 'unchanged') {
    const state = after === undefined ? '' : ` in state "${after.status}"`;
    const seen = `left the volume there${state}${watched(step)} after its answer`;
    return complain(step, 'unchanged', contract, `the volume to be gone within ${timeLimit}`, seen);
  }
  const failed = step.polls.some(({ job }) => job?.kind === 'job' && job.status === 'FAIL');
  if (!failed || after === undefined || !removal.tookPlace(before, after)) return undefined;
  const seen = 'let the job end in FAIL, and deleted the volume, after its answer';
  return complain(step, 'job-failed', contract, 'the volume to stay', seen);
}
