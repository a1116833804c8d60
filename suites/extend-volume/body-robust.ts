import { defineCheck } from '../../engine/check.ts';
import { odd } from '../../engine/exercises/odd.ts';
import { oddExpected } from '../../engine/judge/answers.ts';
import { documented } from '../../generators/bodies.ts';
import { casesOf, casesTogether } from '../../generators/cases.ts';
import { oddBodies } from '../../generators/odd-bodies.ts';
import { quantity, spelled } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';
import { documentedTwin } from './twins.ts';

const body = '{"os-extend":{"new_size":20},"comment":"a\\u0000b"}';

export const bodyRobust = defineCheck({
  requirement: 'body.robust',
  title: 'accept odd bodies or refuse them, and obey the size if accepted',
  budget: 'extensions',
  atMost: 20,
  cases: (contract, room) => {
    const names = extensionOf(contract);
    const setups = [{ ...plainSetup(contract, room), essential: false }];
    return casesTogether([
      casesOf({ setups, bodies: oddBodies(names), sizes: [quantity('current', 10)] }),
      casesOf({ setups, bodies: [documented(names)], sizes: [spelled('5e-324'), spelled('1e-10')] }),
    ]);
  },
  // the twin is sent as documented
  departs: ({ body: text, size }, contract) => size.form === 'exact' || text !== documented(extensionOf(contract)),
  exercise: odd(() => ({ about: ', by a body that no page speaks of' })),
  judge: oddExpected,
  twin: documentedTwin,
  examples: {
    conforms: [
      example('it is taken', { body, asked: '20', to: 20, ending: 'as-asked' }),
      example('it is refused', { body, outcome: 'refused' }),
    ],
    violates: [
      example('a 500', { body, outcome: 'refused', status: 500 }),
      example('it is accepted, and gives another size', { body, asked: '20', to: 30, ending: 'otherwise' }),
      example('it is accepted, and has no effect', { body, asked: '20', ending: 'unchanged' }),
    ],
  },
});
