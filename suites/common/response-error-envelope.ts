import { definePassiveCheck } from '../../engine/check.ts';
import { isReadable, wrongEnvelope } from '../../engine/judge/answers.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

const refused = { outcome: 'refused' } as const;

export const responseErrorEnvelope = (of: Family) =>
  definePassiveCheck({
    requirement: 'response.error-envelope',
    title: 'refuse with a body of the documented shape',
    appliesTo: (step) => of.isRefusal(step) && isReadable(step),
    dependsOn: of.dependsOn.refusals,
    judge: (trace, contract) => wrongEnvelope(judgedStep(trace), contract),
    examples: {
      conforms: [
        of.example('the envelope', refused),
        of.example('the envelope with other fields', {
          ...refused,
          text: '{"error":{"message":"m","code":"c","ref":1},"error_code":"c","job_id":null}',
        }),
      ],
      violates: [
        of.example('flat', { ...refused, text: '{"message":"m","code":"c"}' }),
        of.example("another service's", { ...refused, text: '{"badRequest":{"message":"m","code":400}}' }),
        of.example('a numeric code', { ...refused, text: '{"error":{"message":"m","code":400}}' }),
        of.example('no message', { ...refused, text: '{"error":{"code":"c"}}' }),
        of.example('a string', { ...refused, text: '{"error":"m"}' }),
        of.example('HTML', { ...refused, text: '<html>Bad Request</html>', type: 'text/html' }),
        of.example('nothing', { ...refused, text: '' }),
      ],
    },
  });
