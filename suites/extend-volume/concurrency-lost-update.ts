import { defineCheck } from '../../engine/check.ts';
import { sendTwiceAtOnce } from '../../engine/exercises/simultaneous.ts';
import { lostUpdate } from '../../engine/judge/simultaneous.ts';
import { step } from './examples.ts';
import { freshCases } from './plain-cases.ts';
import { besideTwin } from './twins.ts';

const [smaller, larger] = [
  { body: '{"os-extend":{"new_size":20}}', expects: { kind: 'accept', size: 20 } },
  { body: '{"os-extend":{"new_size":30}}', expects: { kind: 'accept', size: 30 } },
] as const;

export const concurrencyLostUpdate = defineCheck({
  requirement: 'concurrency.lost-update',
  title: 'end two simultaneous extensions at an accepted size',
  needs: { observe: 'volume' },
  budget: 'extensions',
  atMost: 2,
  cases: freshCases,
  exercise: sendTwiceAtOnce,
  judge: lostUpdate,
  twin: besideTwin,
  examples: {
    conforms: [
      { title: 'the larger one wins', trace: { steps: [step({ ...smaller, to: 30 }), step({ ...larger, to: 30 })] } },
      {
        title: 'one is refused',
        trace: { steps: [step({ ...smaller, outcome: 'refused', to: 30 }), step({ ...larger, to: 30 })] },
      },
    ],
    violates: [
      {
        title: 'it shrinks again',
        trace: { steps: [step({ ...larger, to: 30 }), step({ ...smaller, from: 30, to: 20 })] },
      },
      { title: 'both are added', trace: { steps: [step({ ...smaller, to: 50 }), step({ ...larger, to: 50 })] } },
    ],
  },
});
