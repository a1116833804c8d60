import { definePassiveCheck } from '../../engine/check.ts';
import { isProperAcceptance } from '../../engine/judge/expect.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const responseSuccessStatus = (of: Family) =>
  definePassiveCheck({
    requirement: 'response.success-status',
    title: 'answer an accepted request with the documented status',
    appliesTo: isProperAcceptance,
    dependsOn: of.dependsOn.acceptances,
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      const { reply } = step.exchange;
      const { status } = contract.response.success;
      if (reply.kind === 'none' || status === null || reply.status === status) return undefined;
      return complain(step, 'status', contract, String(status));
    },
    examples: {
      conforms: [of.example('200', { to: 20 })],
      violates: [of.example("the sibling endpoint's 202", { to: 20, status: 202 })],
    },
  });
