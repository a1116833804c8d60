import fc from 'fast-check';
import { defineCheck } from '../../engine/check.ts';
import { besideOthers, bystanderVariants } from '../../engine/exercises/bystanders.ts';
import { changesOf } from '../../engine/judge/attributes.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { subjectStep } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import type { Recipe } from '../../generators/case.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { attachedSetups, plainSetup, sharedFreeSetups } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example, step } from '../examples.ts';

const bystander = { id: 'v2', before: volume(10), after: volume(10) };

export const effectOneVolume = defineCheck({
  requirement: 'effect.one-volume',
  title: 'change no other volume',
  needs: { observe: 'volume' },
  budget: 'extensions',
  atMost: 1,
  cases: (contract, room) => {
    const setup = { ...plainSetup(contract, room), exact: true };
    const body = documented(extensionOf(contract));
    const recipe = (variant: number): Recipe => ({ setup, body, size: plainSize(room.smallest, room), variant });
    const each = Array.from({ length: bystanderVariants }, (_, variant) => recipe(variant));
    return { first: each.slice(-1), arbitrary: fc.constantFrom(...each) };
  },
  exercise: besideOthers(({ run: { contract, room } }) => {
    const [attached] = attachedSetups(contract, room);
    const [shared] = sharedFreeSetups(contract, room);
    return { attached: attached && { ...attached, exact: true }, shared: { ...shared, exact: true } };
  }),
  judge: (trace, contract) => {
    const changed = (trace.bystanders ?? []).find((one) => changesOf(one).length > 0);
    if (changed === undefined) return undefined;
    const changes = changesOf(changed);
    const beside = trace.steps.slice(0, -1);
    const seen = `changed another volume, ${changed.id} (${changes.join(', ')}), in answer`;
    return { ...complain(subjectStep(trace), 'bystander', contract, 'no other volume to change', seen), beside };
  },
  examples: {
    conforms: [example('the others stay', { to: 20, ending: 'as-asked' }, { bystanders: [bystander] })],
    violates: [
      example(
        'another one grows',
        { to: 20, ending: 'as-asked' },
        { bystanders: [{ ...bystander, after: volume(20) }] },
      ),
      example('another one is gone', { to: 20, ending: 'as-asked' }, { bystanders: [{ ...bystander, after: 'gone' }] }),
    ],
  },
});

function volume(size: number) {
  const reading = step({ from: size }).after;
  if (reading === undefined) throw new TypeError('an example without a reading');
  return reading;
}
