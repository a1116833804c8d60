import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { documented } from '../../generators/bodies.ts';
import { acceptedCasesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { attachedExtras, attachedSetups } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';
import { freeTwin } from './twins.ts';

const attached = { volume: { status: 'in-use' }, servers: ['PAUSED'] };

export const stateInUse = defineCheck({
  requirement: 'state.in-use',
  title: 'extend an in-use volume in each documented server state',
  budget: 'extensions',
  cases: (contract, room) =>
    acceptedCasesOf(
      {
        setups: [...attachedSetups(contract, room), ...attachedExtras(contract, room)],
        bodies: [documented(extensionOf(contract))],
        sizes: [quantity('current', 10), quantity('current', 1), quantity('ceiling')],
      },
      room,
    ),
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: freeTwin,
  examples: {
    conforms: [example('PAUSED is extended', { ...attached, to: 20, ending: 'as-asked' })],
    violates: [example('PAUSED is refused', { ...attached, outcome: 'refused' })],
  },
});
