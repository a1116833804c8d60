import { isCrowded } from '../../engine/assessment.ts';
import { definePassiveCheck } from '../../engine/check.ts';
import { answered, complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import { example, step } from './examples.ts';
import { acceptanceChecks } from './passive-dependencies.ts';

const refused = step({ outcome: 'refused', status: 409 });
const taken = step({ to: 20, ending: 'as-asked' });

export const concurrencySideBySide = definePassiveCheck({
  requirement: 'concurrency.side-by-side',
  title: 'take valid requests while other volumes are being extended',
  appliesTo: (step) => step.outcome === 'accepted' && step.inScope && step.expectation.kind === 'accept',
  dependsOn: acceptanceChecks,
  judge: (trace, contract) => {
    const step = judgedStep(trace);
    if (!isCrowded(step) || step.repeats === undefined) return undefined;
    const seen = `${answered(step.repeats)} while others were under way, and by itself ${answered(step)},`;
    return { ...complain(step, 'crowded', contract, 'an acceptance both times', seen), beside: [step.repeats] };
  },
  examples: {
    conforms: [example('a request is taken beside others', { to: 20, ending: 'as-asked' })],
    violates: [
      { title: 'it is refused beside others', trace: { steps: [{ ...taken, repeats: refused, alone: true }] } },
    ],
  },
});
