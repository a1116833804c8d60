import type { Contract } from '../../spec/contract.ts';
import { findClause } from '../../spec/parts.ts';
import type { Complaint } from '../complaint.ts';
import { judgedStep, type Step, type Trace } from '../step.ts';
import { complain, timeLimit, watched } from './phrases.ts';

/** The request has to be refused at once: `refused later` counts as accepted here. */
export function refusalExpected(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  return step.outcome === 'accepted' ? complain(step, 'accepted', contract, 'a refusal') : undefined;
}

/** The request has to be accepted, and its job must not undo that. */
export function acceptanceExpected(trace: Trace, contract: Contract): Complaint | undefined {
  return notAccepted(judgedStep(trace), contract);
}

/** The complaint where a step that had to be accepted was refused, at once or by its job. */
export function notAccepted(step: Step, contract: Contract): Complaint | undefined {
  const isFailed = step.ending === 'failed';
  if (step.outcome !== 'refused' && !isFailed) return undefined;
  const seen = isFailed ? 'let the job end in FAIL after its answer' : undefined;
  const complaint = complain(step, 'refused', contract, 'an acceptance', seen);
  // it was sent twice, and what came of it the first time is shown as well
  return step.repeats === undefined ? complaint : { ...complaint, beside: [step.repeats] };
}

/** The volume must not be enlarged, by whatever channel that is refused. */
export function noGrowthExpected(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  const { before, after } = step;
  if (before === undefined || after === undefined || after.size <= before.size) return undefined;
  const seen = `enlarged the volume from ${before.size} to ${after.size} GB after its answer`;
  return complain(step, 'enlarged', contract, 'the volume to stay as it is', seen);
}

/** The size that an accepted step has to result in, in GB; null where the oracle leaves it open. */
export function expectedSize(step: Step): number | null {
  const { expectation } = step;
  return expectation.kind === 'accept' || expectation.kind === 'open' ? expectation.size : null;
}

/** The accepted request has to leave the volume at exactly its (truncated) size. */
export function exactSizeExpected(trace: Trace, contract: Contract): Complaint | undefined {
  return wrongSize(judgedStep(trace), contract);
}

/** The accepted request had its effect, and lost it again: its volume did not stay at the size. */
export function lapsed(step: Step, contract: Contract): Complaint | undefined {
  const size = expectedSize(step);
  if (size === null || step.after === undefined || !hasLapsed(step, size)) return undefined;
  const seen = `left ${step.after.size} GB, a while after ${size} GB, after its answer`;
  return complain(step, 'lapsed', contract, `exactly ${size} GB from then on`, seen);
}

const hasLapsed = ({ outcome, ending, polls }: Step, size: number): boolean =>
  outcome === 'accepted' &&
  ending === 'otherwise' &&
  polls.some(({ volume }) => volume.kind === 'volume' && volume.size === size);

/** The complaint where an accepted step ended at another size than it had to. One that lost its effect again had the right one. */
export function wrongSize(step: Step, contract: Contract, size = expectedSize(step)): Complaint | undefined {
  if (step.outcome !== 'accepted' || step.ending !== 'otherwise' || size === null || step.after === undefined)
    return undefined;
  if (hasLapsed(step, size) && step.after.size === step.before?.size) return undefined;
  const seen = `left ${step.after.size} GB after its answer`;
  return complain(step, 'size', contract, `exactly ${size} GB`, seen);
}

/** The accepted request left the volume as it was, for the whole time limit. */
export function withoutEffect(step: Step, contract: Contract): Complaint | undefined {
  if (step.outcome !== 'accepted' || step.ending !== 'unchanged') return undefined;
  const seen = `left the volume at ${step.before?.size} GB, as it was,${watched(step)} after its answer`;
  return complain(step, 'unchanged', contract, `the requested size within ${timeLimit}`, seen);
}

/** Whether the contract has it accepted, or would at least have it accepted. */
export function isValid({ expectation }: Pick<Step, 'expectation'>, contract: Contract): boolean {
  if (expectation.kind !== 'open') return expectation.kind === 'accept';
  return expectation.clauses.every((id) => findClause(contract, id)?.level === 'SHOULD');
}

/** An accepted request to which the rules about answers apply: requests that must be refused have rows of their own. */
export function isProperAcceptance(step: Step): boolean {
  const { kind } = step.expectation;
  return step.outcome === 'accepted' && step.inScope && (kind === 'accept' || kind === 'open');
}

/** An addition instead of a new size: the volume ended at its old size plus the one asked for. */
export function looksAdded(step: Step): boolean {
  const size = expectedSize(step);
  if (size === null || step.before === undefined || step.after === undefined || hasLapsed(step, size)) return false;
  return step.ending === 'otherwise' && step.after.size === step.before.size + size;
}
