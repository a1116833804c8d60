import { acceptingSetups } from '../../generators/setups.ts';
import { violate } from '../../generators/violate.ts';
import { defineCheck } from '../check.ts';
import { example } from '../examples.ts';
import { acceptance } from '../exercises/acceptance.ts';
import { acceptanceExpected } from '../judge/expect.ts';
import { plainTwin } from '../judge/twins.ts';

export const sizeMaximum = defineCheck({
  requirement: 'size.maximum',
  title: 'accept exactly the documented maximum',
  needs: { fullRoom: true },
  budget: 'extensions',
  atMost: 3,
  cases: (contract, room) => violate(contract, 'size.maximum-end', room, acceptingSetups(contract, room).slice(0, 3)),
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: plainTwin,
  examples: {
    conforms: [example('the maximum is accepted', { to: 32768, ending: 'as-asked' })],
    violates: [example('the maximum is refused', { outcome: 'refused' })],
  },
});
