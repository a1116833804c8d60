import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { satisfy } from '../../generators/satisfy.ts';
import { example } from './examples.ts';
import { freshTwin } from './twins.ts';

/** A service that fails after more extensions of one volume than this is found with a larger budget alone. */
const oftenEnough = 12;

export const sizeGreater = defineCheck({
  requirement: 'size.greater',
  title: 'accept every integer between the current size and the maximum',
  budget: 'extensions',
  cases: (contract, room, { extensions }) => {
    const { first, arbitrary } = satisfy(contract, room);
    const [plain, end, ...others] = first;
    if (plain === undefined || end === undefined) return { first, arbitrary };
    // one volume is extended as often as possible: some services fail after a while
    const times = Math.max(extensions, oftenEnough);
    const often = { ...plain, setup: { ...plain.setup, grown: times - 1, essential: false } };
    return { first: [plain, end, often, ...others], arbitrary };
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
