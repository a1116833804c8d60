import { defineCheck } from '../../engine/check.ts';
import { either } from '../../engine/exercises/either.ts';
import { lenientExpected } from '../../engine/judge/answers.ts';
import { violate } from '../../generators/violate.ts';
import { example } from './examples.ts';
import { documentedTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":20},"comment":"x"}';
const expects = { kind: 'open', clauses: ['body.extra-keys'], size: 20 } as const;

export const bodyExtraKeys = defineCheck({
  requirement: 'body.extra-keys',
  title: 'obey the size next to unknown or duplicate keys, or refuse',
  budget: 'extensions',
  cases: (contract, room) => violate(contract, 'body.extra-keys', room),
  exercise: either(),
  judge: lenientExpected,
  twin: documentedTwin,
  examples: {
    conforms: [
      example('an unknown key is passed over', { body, expects, to: 20, ending: 'as-asked' }),
      example('an unknown key is refused', { body, expects, outcome: 'refused' }),
    ],
    violates: [example('an unknown key gets a 500', { body, expects, outcome: 'refused', status: 500 })],
  },
});
