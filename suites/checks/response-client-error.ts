import { defineWitness } from '../check.ts';
import { example } from '../examples.ts';
import { refusalFeeders } from '../feeders.ts';
import { isServerError } from '../judge/answers.ts';
import { complain } from '../judge/phrases.ts';
import { subjectStep } from '../step.ts';

export const responseClientError = defineWitness({
  requirement: 'response.client-error',
  title: "answer a client's mistake with a 4xx",
  watches: (step) => step.outcome === 'refused' && step.inScope,
  feeders: refusalFeeders,
  judge: (trace, contract) => {
    const step = subjectStep(trace);
    return isServerError(step) ? complain(step, 'server-error', contract, 'a 4xx') : undefined;
  },
  examples: {
    conforms: [example('422', { outcome: 'refused', status: 422 })],
    violates: [example('500 in a perfect envelope', { outcome: 'refused', status: 500 })],
  },
});
