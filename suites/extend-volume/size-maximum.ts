import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { acceptingSetups } from '../../generators/setups.ts';
import { violate } from '../../generators/violate.ts';
import { example } from './examples.ts';
import { plainTwin } from './twins.ts';

export const sizeMaximum = defineCheck({
  requirement: 'size.maximum',
  title: 'accept exactly the documented maximum',
  needs: { fullRoom: true },
  budget: 'extensions',
  atMost: 3,
  cases: (contract, room) => violate(contract, 'size.maximum', room, acceptingSetups(contract, room).slice(0, 3)),
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: plainTwin,
  examples: {
    conforms: [example('the maximum is accepted', { to: 32768, ending: 'as-asked' })],
    violates: [example('the maximum is refused', { outcome: 'refused' })],
  },
});
