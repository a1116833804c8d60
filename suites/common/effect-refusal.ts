import { definePassiveCheck } from '../../engine/check.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

const refused = (of: Family) => of.step({ outcome: 'refused' });

export const effectRefusal = (of: Family) =>
  definePassiveCheck({
    requirement: 'effect.refusal',
    title: 'leave size and state as they were after a refusal',
    needs: { observe: 'volume' },
    appliesTo: ({ outcome, before, after, lockedBy }) =>
      lockedBy !== undefined || (outcome === 'refused' && before !== undefined && after !== undefined),
    dependsOn: of.dependsOn.refusals,
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      const { before, after, lockedBy } = step;
      if (lockedBy !== undefined) {
        const wanted = 'an acceptance, as by a volume that has refused nothing before';
        return { ...complain(step, 'locked', contract, wanted), beside: [lockedBy] };
      }
      if (before === undefined || after === undefined) return undefined;
      // the volume may have left a state that passes by itself
      const passing = step.expectation.kind === 'open';
      const sameState = passing || after.status === before.status;
      if (after.size === before.size && sameState) return undefined;
      const seen = `refused, and left ${after.size} GB in state "${after.status}", after ${before.size} GB in state "${before.status}",`;
      return complain(step, 'changed', contract, 'the volume as it was', seen);
    },
    examples: {
      conforms: [of.example('nothing changes', { outcome: 'refused' })],
      violates: [
        { title: 'nothing is accepted any more', trace: { steps: [{ ...refused(of), lockedBy: refused(of) }] } },
        of.example('it grows', { outcome: 'refused', to: 20 }),
        of.example('it is in error', { outcome: 'refused', statusAfter: 'error_extending' }),
      ],
    },
  });
