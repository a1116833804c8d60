import type { Contract } from '../../spec/contract.ts';
import type { Check, Complaint } from '../check.ts';
import type { Step } from '../step.ts';
import type { Finding } from './finding.ts';

/** Watches all steps of a run for one check; keeps counts and the smallest complaint, never the steps. */
export interface Watch {
  readonly check: Check;
  see(step: Step): void;
  finding(): Finding;
}

export function openWatch(check: Check, contract: Contract): Watch {
  let runs = 0;
  let observed = true;
  let smallest: Complaint | undefined;
  let foundAfter = 0;
  let crash: string | undefined;
  return {
    check,
    see(step) {
      try {
        if (check.watches?.(step, contract) !== true) return;
        runs += 1;
        observed &&= step.after !== undefined;
        const complaint = check.judge({ steps: [step] }, contract);
        if (complaint === undefined) return;
        if (smallest === undefined) foundAfter = step.ordinal;
        if (smallest === undefined || isSmaller(step, smallest.step)) smallest = complaint;
      } catch (error) {
        crash ??= error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      }
    },
    finding: () => ({
      requirement: check.requirement,
      runs,
      observed,
      failure:
        smallest === undefined ? undefined : { complaint: smallest, path: `via ${smallest.step.check}`, foundAfter },
      doubts: [],
      crash: smallest === undefined ? crash : undefined,
      notes: [],
    }),
  };
}

/** Fewer servers, a plainer volume, a shorter request: an order on what was sent, so that the same run keeps the same step. */
function isSmaller(one: Step, other: Step): boolean {
  const [left, right] = [weight(one), weight(other)];
  for (const [at, value] of left.entries()) {
    const against = right[at] ?? 0;
    if (value !== against) return value < against;
  }
  return one.case.body < other.case.body;
}

function weight({ case: { volume, servers, body }, check, expectation }: Step): readonly (number | string)[] {
  const odd = expectation.kind === 'open' ? 1 : 0;
  return [servers.length, odd, volume.multiattach ? 1 : 0, volume.size, body.length, body, check];
}
