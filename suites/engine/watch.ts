import type { Contract } from '../../spec/contract.ts';
import type { Complaint, Witness } from '../check.ts';
import type { Step } from '../step.ts';
import type { Finding } from './finding.ts';

/** Watches all steps of a run for one witness; keeps counts and the smallest complaint, never the steps. */
export interface Watch {
  readonly witness: Witness;
  see(step: Step): void;
  finding(): Finding;
}

export function openWatch(witness: Witness, contract: Contract): Watch {
  let runs = 0;
  let observed = true;
  let smallest: Complaint | undefined;
  let crash: string | undefined;
  return {
    witness,
    see(step) {
      try {
        if (!witness.watches(step, contract)) return;
        runs += 1;
        observed &&= step.after !== undefined;
        const complaint = witness.judge({ steps: [step] }, contract);
        if (complaint !== undefined && (smallest === undefined || isSmaller(step, smallest.step))) smallest = complaint;
      } catch (error) {
        crash ??= error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      }
    },
    finding: () => ({
      requirement: witness.requirement,
      runs,
      observed,
      failure: smallest === undefined ? undefined : { complaint: smallest, path: `via ${smallest.step.check}` },
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

function weight({ case: { volume, servers, body }, check }: Step): readonly (number | string)[] {
  return [servers.length, volume.status.length, volume.multiattach ? 1 : 0, volume.size, body.length, body, check];
}
