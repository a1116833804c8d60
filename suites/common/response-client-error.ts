import { definePassiveCheck } from '../../engine/check.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const responseClientError = (of: Family) =>
  definePassiveCheck({
    requirement: 'response.client-error',
    title: "answer a client's mistake with a 4xx",
    appliesTo: of.isRefusal,
    dependsOn: of.dependsOn.refusals,
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      const { reply } = step.exchange;
      // a refusal with the status of success is a matter for response.error-status
      if (reply.kind === 'none' || reply.status === contract.response.success.status) return undefined;
      const isClientError = reply.status >= 400 && reply.status < 500;
      return isClientError ? undefined : complain(step, 'no-client-error', contract, 'a 4xx');
    },
    examples: {
      conforms: [of.example('400', { outcome: 'refused' }), of.example('499', { outcome: 'refused', status: 499 })],
      violates: [
        of.example('500 in a perfect envelope', { outcome: 'refused', status: 500 }),
        of.example('202 with an error body', { outcome: 'refused', status: 202 }),
      ],
    },
  });
