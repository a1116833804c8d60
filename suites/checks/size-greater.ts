import { satisfy } from '../../generators/satisfy.ts';
import { defineCheck } from '../check.ts';
import { example } from '../examples.ts';
import { acceptance } from '../exercises/acceptance.ts';
import { acceptanceExpected } from '../judge/expect.ts';
import { freshTwin } from '../judge/twins.ts';

export const sizeGreater = defineCheck({
  requirement: 'size.greater',
  title: 'accept every integer between the current size and the maximum',
  budget: 'extensions',
  cases: satisfy,
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: freshTwin,
  examples: {
    conforms: [
      example('current + 1 is accepted', { to: 11, ending: 'as-asked', expects: { kind: 'accept', size: 11 } }),
    ],
    violates: [
      example('current + 1 is refused', { outcome: 'refused' }),
      example('it is accepted, and the job fails', { ending: 'failed' }),
    ],
  },
});
