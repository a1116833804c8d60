import type { Contract } from '../../spec/contract.ts';
import type { Complaint } from '../complaint.ts';
import type { Trace } from '../step.ts';
import { expectedSize } from './expect.ts';
import { complain } from './phrases.ts';

/** Two extensions at once: the volume has to end at an accepted size, and never below one it has shown. */
export function lostUpdate(trace: Trace, contract: Contract): Complaint | undefined {
  const accepted = trace.steps.filter((step) => step.outcome === 'accepted');
  const sizes = accepted.map(expectedSize);
  for (const step of accepted) {
    const { before, after } = step;
    const beside = trace.steps.filter((other) => other !== step);
    if (before === undefined || after === undefined) continue;
    const most = Math.max(before.size, ...step.polls.map(({ volume }) => (volume.kind === 'volume' ? volume.size : 0)));
    if (after.size < most) {
      const seen = `shrank from ${most} to ${after.size} GB after another extension, having answered`;
      return { ...complain(step, 'shrank', contract, 'the volume never to shrink', seen), beside };
    }
    const grew = after.size > step.case.volume.size;
    if (grew && !sizes.includes(after.size)) {
      const seen = `ended at ${after.size} GB after two extensions at once, one of them`;
      return { ...complain(step, 'neither', contract, `one of ${sizes.join(' and ')} GB`, seen), beside };
    }
  }
  return undefined;
}
