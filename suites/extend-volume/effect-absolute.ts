import { defineCheck } from '../../engine/check.ts';
import { acceptedOnly } from '../../engine/exercises/acceptance.ts';
import { expectedSize, looksAdded } from '../../engine/judge/expect.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import { casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';
import { isPlainExtension } from './plain.ts';

export const effectAbsolute = defineCheck({
  requirement: 'effect.absolute',
  title: 'take the size as absolute, the first and the second time',
  needs: { observe: 'volume' },
  appliesTo: isPlainExtension,
  budget: 'extensions',
  atMost: 6,
  cases: (contract, room) => {
    const plain = plainSetup(contract, room);
    return casesOf({
      setups: [plain, { ...plain, grown: 1 }],
      bodies: [documented(extensionOf(contract))],
      sizes: [quantity('current', 10), quantity('current', 1)],
    });
  },
  exercise: acceptedOnly(),
  judge: (trace, contract) => {
    const step = judgedStep(trace);
    if (!looksAdded(step)) return undefined;
    const seen = `added ${expectedSize(step)} GB to the ${step.before?.size} GB, giving ${step.after?.size} GB, after its answer`;
    return complain(step, 'added', contract, `exactly ${expectedSize(step)} GB`, seen);
  },
  yieldsTo: (step) => (step.ending === 'otherwise' ? 'effect.size' : undefined),
  examples: {
    conforms: [example('20 on 10 gives 20', { to: 20, ending: 'as-asked' })],
    violates: [example('20 on 10 gives 30', { to: 30, ending: 'otherwise' })],
  },
});
