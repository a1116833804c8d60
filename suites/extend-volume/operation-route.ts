import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import { documented, indented } from '../../generators/bodies.ts';
import { casesOf } from '../../generators/cases.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from '../examples.ts';

export const operationRoute = defineCheck({
  requirement: 'operation.route',
  title: 'serve the documented method and path',
  budget: 'extensions',
  atMost: 2,
  cases: (contract, room) =>
    casesOf({
      setups: [{ ...plainSetup(contract, room), exact: true }],
      bodies: [documented(extensionOf(contract)), indented(extensionOf(contract))],
      sizes: [plainSize(room.smallest, room)],
    }),
  exercise: acceptance(),
  judge: acceptanceExpected,
  examples: {
    conforms: [example('a plain extension is accepted and the volume grows', { to: 20, ending: 'as-asked' })],
    violates: [example('there is no such path', { outcome: 'refused', status: 404 })],
  },
});
