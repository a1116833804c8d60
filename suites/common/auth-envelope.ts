import { definePassiveCheck } from '../../engine/check.ts';
import { isReadable, wrongEnvelope } from '../../engine/judge/answers.ts';
import { speaksOfCredentials } from '../../engine/judge/denial.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Sketch } from './examples.ts';
import type { Family } from './family.ts';

const by = { check: 'auth.required', inScope: false, about: ' without credentials' } as const;

export const authEnvelope = (of: Family) => {
  const seen = (title: string, sketch: Sketch) => ({
    title,
    trace: { steps: [{ ...of.step({ outcome: 'refused', status: 401, ...sketch }), ...by }] },
  });
  return definePassiveCheck({
    requirement: 'auth.envelope',
    title: 'deny a request with a body of the documented shape',
    needs: { token: true },
    appliesTo: (step) =>
      step.check === 'auth.required' && step.outcome === 'refused' && !step.inScope && isReadable(step),
    dependsOn: ['auth.required'],
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      // a gateway before the service has other things to say about a token in an odd place
      return speaksOfCredentials(step.exchange.reply) ? wrongEnvelope(step, contract) : undefined;
    },
    examples: {
      conforms: [seen('401 in the envelope', {}), seen('414', { status: 414, text: '' })],
      violates: [seen('HTML', { text: '<html>401</html>', type: 'text/html' }), seen('nothing', { text: '' })],
    },
  });
};
