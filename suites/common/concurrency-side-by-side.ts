import { definePassiveCheck } from '../../engine/check.ts';
import { isCrowded } from '../../engine/checking/assessment.ts';
import { answered, complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

const refused = (of: Family) => of.step({ outcome: 'refused', status: 409 });
const taken = (of: Family) => of.step({ to: 20, ending: 'as-asked' });

export const concurrencySideBySide = (of: Family) =>
  definePassiveCheck({
    requirement: 'concurrency.side-by-side',
    title: 'accept valid requests while others are under way',
    appliesTo: (step) => step.outcome === 'accepted' && step.inScope && step.expectation.kind === 'accept',
    dependsOn: of.dependsOn.acceptances,
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      if (!isCrowded(step) || step.repeats === undefined) return undefined;
      const seen = `${answered(step.repeats)} while others were under way, and by itself ${answered(step)},`;
      return { ...complain(step, 'crowded', contract, 'an acceptance both times', seen), beside: [step.repeats] };
    },
    examples: {
      conforms: [of.example('a request is accepted among others', { to: 20, ending: 'as-asked' })],
      violates: [
        {
          title: 'it is refused among others',
          trace: { steps: [{ ...taken(of), repeats: refused(of), alone: true }] },
        },
      ],
    },
  });
