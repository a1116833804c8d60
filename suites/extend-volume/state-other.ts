import { defineCheck } from '../../engine/check.ts';
import { ruledOut } from '../../engine/exercises/refusal.ts';
import { noGrowthExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { example } from './examples.ts';
import { refusedTwin } from './twins.ts';

const creating = {
  volume: { status: 'creating' },
  expects: { kind: 'open', clauses: ['state.other'], size: 20 },
} as const;

export const stateOther = defineCheck({
  requirement: 'state.other',
  title: 'leave a volume in any other state unchanged',
  budget: 'refusals',
  atMost: 14,
  cases: (contract, room) => violate(contract, 'state.other', room),
  exercise: ruledOut(),
  judge: noGrowthExpected,
  twin: refusedTwin,
  examples: {
    conforms: [example('a volume being created is refused', { ...creating, outcome: 'refused' })],
    violates: [example('a volume being created grows', { ...creating, to: 20, ending: 'as-asked' })],
  },
});
