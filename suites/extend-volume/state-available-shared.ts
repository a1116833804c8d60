import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { documented } from '../../generators/bodies.ts';
import { acceptedCasesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { sharedFreeSetups } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';
import { freeTwin } from './twins.ts';

const volume = { multiattach: true };

export const stateAvailableShared = defineCheck({
  requirement: 'state.available-shared',
  title: 'extend a shared volume while it is available',
  budget: 'extensions',
  atMost: 6,
  cases: (contract, room) =>
    acceptedCasesOf(
      {
        setups: sharedFreeSetups(contract, room),
        bodies: [documented(extensionOf(contract))],
        sizes: [quantity('current', 10), quantity('current', 1), quantity('ceiling')],
      },
      room,
    ),
  exercise: acceptance(),
  judge: acceptanceExpected,
  twin: freeTwin,
  examples: {
    conforms: [example('a shared available volume is extended', { volume, to: 20, ending: 'as-asked' })],
    violates: [example('a shared available volume is refused', { volume, outcome: 'refused' })],
  },
});
