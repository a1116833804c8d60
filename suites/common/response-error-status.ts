import { definePassiveCheck } from '../../engine/check.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import { envelope } from './examples.ts';
import type { Family } from './family.ts';

export const responseErrorStatus = (of: Family) =>
  definePassiveCheck({
    requirement: 'response.error-status',
    title: 'refuse with a status other than that of success',
    appliesTo: of.isRefusal,
    dependsOn: of.dependsOn.refusals,
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      const { reply } = step.exchange;
      if (reply.kind === 'none' || reply.status !== contract.response.success.status) return undefined;
      return complain(
        step,
        'status',
        contract,
        'another status for a refusal',
        `refused with ${reply.status} in answer`,
      );
    },
    examples: {
      conforms: [of.example('400', { outcome: 'refused' }), of.example('409', { outcome: 'refused', status: 409 })],
      violates: [of.example('200 with an error body', { outcome: 'refused', status: 200, text: envelope })],
    },
  });
