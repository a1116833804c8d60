import { defineCheck } from '../../engine/check.ts';
import { either } from '../../engine/exercises/either.ts';
import { lenientExpected } from '../../engine/judge/answers.ts';
import { violate } from '../../generators/violate.ts';
import { example } from './examples.ts';
import { documentedTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":"20"}}';
const expects = { kind: 'open', clauses: ['body.numeric-string'], size: 20 } as const;

export const bodyNumericString = defineCheck({
  requirement: 'body.numeric-string',
  title: 'take a string that is a number as that number, or refuse it',
  budget: 'extensions',
  atMost: 6,
  cases: (contract, room) => violate(contract, 'body.numeric-string', room),
  exercise: either(),
  judge: lenientExpected,
  twin: documentedTwin,
  examples: {
    conforms: [
      example('"20" gives 20 GB', { body, expects, to: 20, ending: 'as-asked' }),
      example('"20" is refused', { body, expects, outcome: 'refused' }),
    ],
    violates: [
      example('"20" gets a 500', { body, expects, outcome: 'refused', status: 500 }),
      example('"10" is accepted on 10 GB', {
        body: '{"os-extend":{"new_size":"10"}}',
        expects: { ...expects, size: null },
      }),
      example('"20" gives another size', { body, expects, to: 30, ending: 'otherwise' }),
    ],
  },
});
