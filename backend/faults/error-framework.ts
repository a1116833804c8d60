import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorFramework: Fault = {
  id: 'error-framework',
  summary: "refusals come in a web framework's own form, where error is the status text",
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal, volume) =>
      json(statusOf(refusal), {
        status: statusOf(refusal),
        error: 'Bad Request',
        message: refusal.message,
        path: `/v2/${volume.projectId}/cloudvolumes/${volume.id}/action`,
      }),
  }),
};
