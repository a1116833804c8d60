import { defineCheck } from '../../engine/check.ts';
import { ruledOut } from '../../engine/exercises/refusal.ts';
import { noGrowthExpected } from '../../engine/judge/expect.ts';
import { violate } from '../../generators/violate.ts';
import { example } from './examples.ts';
import { refusedTwin } from './twins.ts';

const bad = {
  volume: { status: 'in-use' },
  servers: ['ERROR'],
  expects: { kind: 'refuse', clauses: ['state.server-status'] },
} as const;

export const stateServerStatus = defineCheck({
  requirement: 'state.server-status',
  title: 'leave an in-use volume unchanged in any other server state',
  budget: 'refusals',
  atMost: 60,
  cases: (contract, room) => violate(contract, 'state.server-status', room),
  exercise: ruledOut(),
  judge: noGrowthExpected,
  twin: refusedTwin,
  examples: {
    conforms: [
      example('ERROR is refused at once', { ...bad, outcome: 'refused' }),
      example('the job fails and the size stays', { ...bad, ending: 'failed' }),
    ],
    violates: [example('it grows with a server in ERROR', { ...bad, to: 20, ending: 'as-asked' })],
  },
});
