import { defineCheck } from '../../engine/check.ts';
import { ruledOut } from '../../engine/exercises/refusal.ts';
import { noGrowthExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { example } from './examples.ts';
import { refusedTwin } from './twins.ts';

const shared = {
  volume: { status: 'in-use', multiattach: true },
  servers: ['ACTIVE'],
  expects: { kind: 'refuse', clauses: ['state.in-use-shared'] },
} as const;

export const stateInUseShared = defineCheck({
  requirement: 'state.in-use-shared',
  title: 'leave a shared volume unchanged while it is in use',
  budget: 'refusals',
  atMost: 24,
  cases: (contract, room) => violate(contract, 'state.in-use-shared', room),
  exercise: ruledOut(),
  judge: noGrowthExpected,
  twin: refusedTwin,
  examples: {
    conforms: [
      example('it is refused at once', { ...shared, outcome: 'refused' }),
      example('its job fails and the size stays', { ...shared, ending: 'failed' }),
    ],
    violates: [example('it grows', { ...shared, to: 20, ending: 'as-asked' })],
  },
});
