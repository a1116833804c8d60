import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { example } from './examples.ts';
import { plainCases } from './plain-cases.ts';
import { plainTwin } from './twins.ts';

export const stateAvailable = defineCheck({
  requirement: 'state.available',
  title: 'extend an available volume',
  budget: 'extensions',
  atMost: 2,
  cases: (contract, room) => plainCases(contract, room),
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: plainTwin,
  examples: {
    conforms: [example('an available volume is extended', { to: 20, ending: 'as-asked' })],
    violates: [example('an available volume is refused', { outcome: 'refused', status: 409 })],
  },
});
