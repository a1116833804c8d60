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
  cases: (contract, room, { extensions }) => {
    const { first, arbitrary } = satisfy(contract, room);
    const [plain] = first;
    if (plain === undefined || extensions < 2) return { first, arbitrary };
    // one volume as often as may be: some services tire
    const often = { ...plain, setup: { ...plain.setup, grown: extensions - 1, essential: false } };
    return { first: [...first.slice(0, 3), often, ...first.slice(3)], arbitrary };
  },
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
