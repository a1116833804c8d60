import { defineCheck } from '../../engine/check.ts';
import { changesOf } from '../../engine/judge/attributes.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const effectOthers = (of: Family) =>
  defineCheck({
    requirement: of.ids.others,
    title: 'change no other volume',
    needs: { observe: 'volume' },
    budget: 'extensions',
    atMost: 1,
    ...of.beside,
    judge: (trace, contract) => {
      const changed = (trace.bystanders ?? []).find((one) => changesOf(one).length > 0);
      if (changed === undefined) return undefined;
      const changes = changesOf(changed);
      const beside = trace.steps.slice(0, -1);
      const seen = `changed another volume, ${changed.id} (${changes.join(', ')}), in answer`;
      return { ...complain(judgedStep(trace), 'bystander', contract, 'no other volume to change', seen), beside };
    },
    examples: {
      conforms: [of.example('the others stay', { to: 20, ending: 'as-asked' }, { bystanders: [bystander(of)] })],
      violates: [
        of.example(
          'another one grows',
          { to: 20, ending: 'as-asked' },
          { bystanders: [{ ...bystander(of), after: volume(of, 20) }] },
        ),
        of.example(
          'another one is gone',
          { to: 20, ending: 'as-asked' },
          { bystanders: [{ ...bystander(of), after: 'gone' }] },
        ),
      ],
    },
  });

const bystander = (of: Family) => ({ id: 'v2', before: volume(of, 10), after: volume(of, 10) });

function volume(of: Family, size: number) {
  const reading = of.step({ from: size }).after;
  if (reading === undefined) throw new TypeError('an example without a reading');
  return reading;
}
