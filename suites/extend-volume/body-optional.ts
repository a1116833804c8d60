import { defineCheck } from '../../engine/check.ts';
import type { Complaint } from '../../engine/complaint.ts';
import { either } from '../../engine/exercises/either.ts';
import { acceptanceExpected, withoutEffect, wrongSize } from '../../engine/judge/expect.ts';
import { judgedStep } from '../../engine/step.ts';
import { documented, withMembers } from '../../generators/bodies.ts';
import type { Recipe } from '../../generators/case.ts';
import { casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';
import { optionalMembers } from '../../spec/optional.ts';
import { example } from './examples.ts';

const body = '{"os-extend":{"new_size":20},"bssParam":{"isAutoPay":"false"}}';

export const bodyOptional = defineCheck({
  requirement: 'body.optional',
  title: 'accept the optional members of the body',
  budget: 'extensions',
  atMost: 3,
  cases: (contract, room) =>
    casesOf({
      setups: [plainSetup(contract, room)],
      bodies: [withMembers(extensionOf(contract), optionalMembers(contract))],
      sizes: [quantity('current', 10), quantity('current', 1)],
    }),
  exercise: either(),
  judge: (trace, contract) => {
    const step = judgedStep(trace);
    return acceptanceExpected(trace, contract) ?? withoutEffect(step, contract) ?? wrongSize(step, contract);
  },
  twin: withoutMembers,
  examples: {
    conforms: [example('it is accepted', { body, to: 20, ending: 'as-asked' })],
    violates: [
      example('it is refused', { body, outcome: 'refused' }),
      example('it changes the size', { body, to: 30, ending: 'otherwise' }),
    ],
  },
});

/** The same request without optional members: if that goes wrong too, they are not to blame. */
function withoutMembers(recipe: Recipe, complaint: Complaint, contract: Contract) {
  const expects = complaint.kind === 'refused' ? ('accepted' as const) : ('exact' as const);
  return { recipe: { ...recipe, body: documented(extensionOf(contract)) }, expects };
}
