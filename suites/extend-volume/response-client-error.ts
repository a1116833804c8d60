import { defineWitness } from '../../engine/check.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { subjectStep } from '../../engine/step.ts';
import { example } from '../examples.ts';
import { refusalFeeders } from '../feeders.ts';

export const responseClientError = defineWitness({
  requirement: 'response.client-error',
  title: "answer a client's mistake with a 4xx",
  watches: (step) => step.outcome === 'refused' && step.inScope,
  feeders: refusalFeeders,
  judge: (trace, contract) => {
    const step = subjectStep(trace);
    const { reply } = step.exchange;
    // the status of success in a refusal is response.error-status' to complain about
    if (reply.kind === 'none' || reply.status === contract.response.success.status) return undefined;
    const isClientError = reply.status >= 400 && reply.status < 500;
    return isClientError ? undefined : complain(step, 'no-client-error', contract, 'a 4xx');
  },
  examples: {
    conforms: [example('400', { outcome: 'refused' }), example('499', { outcome: 'refused', status: 499 })],
    violates: [
      example('500 in a perfect envelope', { outcome: 'refused', status: 500 }),
      example('202 with an error body', { outcome: 'refused', status: 202 }),
    ],
  },
});
