import { documented } from '../../generators/bodies.ts';
import { casesOf } from '../../generators/cases.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { plainSetup } from '../../generators/setups.ts';
import { defineCheck } from '../check.ts';
import { example, step } from '../examples.ts';
import { besideOthers } from '../exercises/bystanders.ts';
import { changedAttributes } from '../judge/attributes.ts';
import { complain } from '../judge/phrases.ts';
import { subjectStep } from '../step.ts';

const bystander = { before: volume(10), after: volume(10) };

export const effectOneVolume = defineCheck({
  requirement: 'effect.one-volume',
  title: 'change no other volume',
  needs: { observe: 'volume' },
  budget: 'extensions',
  atMost: 1,
  cases: (contract, room) =>
    casesOf({
      setups: [{ ...plainSetup(contract, room), exact: true }],
      bodies: [documented(contract.names)],
      sizes: [plainSize(room.smallest, room)],
    }),
  exercise: besideOthers,
  judge: (trace, contract) => {
    for (const { before, after } of trace.bystanders ?? []) {
      const changes = [
        ...(after.size === before.size ? [] : [`size from ${before.size} to ${after.size} GB`]),
        ...(after.status === before.status ? [] : [`state from "${before.status}" to "${after.status}"`]),
        ...changedAttributes(before, after).map((name) => `its ${name}`),
      ];
      if (changes.length === 0) continue;
      const seen = `changed another volume (${changes.join(', ')}) in answer`;
      return complain(subjectStep(trace), 'bystander', contract, 'no other volume to change', seen);
    }
    return undefined;
  },
  examples: {
    conforms: [example('the others stay', { to: 20, ending: 'as-asked' }, { bystanders: [bystander] })],
    violates: [
      example(
        'another one grows',
        { to: 20, ending: 'as-asked' },
        { bystanders: [{ ...bystander, after: volume(20) }] },
      ),
    ],
  },
});

function volume(size: number) {
  const reading = step({ from: size }).after;
  if (reading === undefined) throw new TypeError('an example without a reading');
  return reading;
}
