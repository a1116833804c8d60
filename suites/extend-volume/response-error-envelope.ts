import { defineWitness } from '../../engine/check.ts';
import { isReadable, wrongEnvelope } from '../../engine/judge/answers.ts';
import { subjectStep } from '../../engine/step.ts';
import { example } from '../examples.ts';
import { refusalFeeders } from '../feeders.ts';

const refused = { outcome: 'refused' } as const;

export const responseErrorEnvelope = defineWitness({
  requirement: 'response.error-envelope',
  title: 'refuse with a body of the documented shape',
  watches: (step) => step.outcome === 'refused' && step.inScope && isReadable(step),
  feeders: refusalFeeders,
  judge: (trace, contract) => wrongEnvelope(subjectStep(trace), contract),
  examples: {
    conforms: [
      example('the envelope', refused),
      example('the envelope beside other fields', {
        ...refused,
        text: '{"error":{"message":"m","code":"c","ref":1},"error_code":"c","job_id":null}',
      }),
    ],
    violates: [
      example('flat', { ...refused, text: '{"message":"m","code":"c"}' }),
      example("another service's", { ...refused, text: '{"badRequest":{"message":"m","code":400}}' }),
      example('a numeric code', { ...refused, text: '{"error":{"message":"m","code":400}}' }),
      example('no message', { ...refused, text: '{"error":{"code":"c"}}' }),
      example('a string', { ...refused, text: '{"error":"m"}' }),
      example('HTML', { ...refused, text: '<html>Bad Request</html>', type: 'text/html' }),
      example('nothing', { ...refused, text: '' }),
    ],
  },
});
