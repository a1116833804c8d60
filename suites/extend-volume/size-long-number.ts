import { defineCheck } from '../../engine/check.ts';
import { odd } from '../../engine/exercises/odd.ts';
import { oddExpected } from '../../engine/judge/answers.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { judgedStep } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import { casesOf } from '../../generators/cases.ts';
import { quantity, spelled } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';
import { exactTwin } from './twins.ts';

const zeros = '0'.repeat(9_999);

export const sizeLongNumber = defineCheck({
  requirement: 'size.long-number',
  title: 'read a number of thousands of digits as that number, or refuse it',
  budget: 'extensions',
  atMost: 2,
  cases: (contract, room) =>
    casesOf({
      setups: [{ ...plainSetup(contract, room), essential: false }],
      bodies: [documented(extensionOf(contract))],
      sizes: [spelled(`1${zeros}`), quantity('current', 10, { tail: `.${zeros}` })],
    }),
  departs: ({ size }) => size.form === 'exact' || size.tail !== '',
  exercise: odd(() => ({ about: ', by a number of 10,000 digits' })),
  // without an observation, no size could have resulted
  judge: (trace, contract) =>
    oddExpected(trace, contract) ??
    (judgedStep(trace).ending === undefined ? refusalExpected(trace, contract) : undefined),
  twin: exactTwin(({ size, ...recipe }) => ({ ...recipe, size: quantity(size.base, size.plus) })),
  examples: {
    conforms: [
      example('20.000… is taken', { to: 20, ending: 'as-asked' }),
      example('it is refused', { outcome: 'refused', status: 413 }),
    ],
    violates: [example('a 500', { outcome: 'refused', status: 500 }), example('a 1 and 9,999 zeros is taken', {})],
  },
});
