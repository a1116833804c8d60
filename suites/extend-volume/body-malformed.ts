import { defineCheck } from '../../engine/check.ts';
import { refusal } from '../../engine/exercises/refusal.ts';
import { clientErrorExpected } from '../../engine/judge/answers.ts';
import { malformed } from '../../generators/bodies.ts';
import { casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { envelope } from '../common/examples.ts';
import { example } from './examples.ts';

const body = '{"os-extend":{"new_size":20}';
const expects = { kind: 'unreadable' } as const;

export const bodyMalformed = defineCheck({
  requirement: 'body.malformed',
  title: 'refuse an empty, cut-off or non-JSON body politely',
  budget: 'refusals',
  reads: 'refusal',
  atMost: 20,
  cases: (contract, room) =>
    casesOf({
      setups: [plainSetup(contract, room)],
      bodies: malformed(extensionOf(contract)),
      sizes: [quantity('current', 10)],
    }),
  exercise: refusal('unreadable'),
  judge: clientErrorExpected,
  examples: {
    conforms: [
      example('a cut-off body gets a 400 in the envelope', { body, expects, outcome: 'refused', text: envelope }),
    ],
    violates: [
      example('a cut-off body is accepted', { body, expects }),
      example('a cut-off body gets a 200 with an error', { body, expects, outcome: 'refused', status: 200 }),
      example('a cut-off body gets a 500', { body, expects, outcome: 'refused', status: 500 }),
      example('a cut-off body gets HTML', {
        body,
        expects,
        outcome: 'refused',
        text: '<h1>Bad Request</h1>',
        type: 'text/html',
      }),
    ],
  },
});
