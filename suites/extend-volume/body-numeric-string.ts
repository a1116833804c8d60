import { defineCheck } from '../../engine/check.ts';
import { either } from '../../engine/exercises/either.ts';
import { odd } from '../../engine/exercises/odd.ts';
import { lenientExpected, oddExpected } from '../../engine/judge/answers.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Recipe } from '../../generators/case.ts';
import { casesOf, casesTogether } from '../../generators/cases.ts';
import { lenientText } from '../../generators/odd-bodies.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { violate } from '../../generators/violate.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';
import { documentedTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":"20"}}';
const expects = { kind: 'open', clauses: ['body.numeric-string'], size: 20 } as const;

/** Whether the text is a number to a lenient reader alone. */
const isLenient = ({ body: text, size }: Recipe): boolean =>
  size.form === 'grouped' || size.form === 'wide' || /"[+ ]/.test(text);

const takenEither = either();
const takenOddly = odd(() => ({ about: ', by text that a lenient reader takes for a number' }));

export const bodyNumericString = defineCheck({
  requirement: 'body.numeric-string',
  title: 'read a string that is a number as that number, or refuse it',
  budget: 'extensions',
  atMost: 10,
  cases: (contract, room) => {
    const [plain = '', ...others] = lenientText(extensionOf(contract));
    const setups = [plainSetup(contract, room)];
    const large = Math.min(1020, room.ceiling);
    return casesTogether([
      violate(contract, 'body.numeric-string', room),
      casesOf({
        setups,
        bodies: [plain],
        sizes: [quantity('zero', large, { form: 'grouped' }), quantity('current', 10, { form: 'wide' })],
      }),
      casesOf({ setups, bodies: others, sizes: [quantity('current', 10)] }),
    ]);
  },
  departs: isLenient,
  exercise: (fixtures, recipe) => (isLenient(recipe) ? takenOddly : takenEither)(fixtures, recipe),
  judge: (trace, contract) => {
    const { recipe } = judgedStep(trace);
    return (recipe !== undefined && isLenient(recipe) ? oddExpected : lenientExpected)(trace, contract);
  },
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
