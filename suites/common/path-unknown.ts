import { defineCheck } from '../../engine/check.ts';
import { elsewhere, idsOf } from '../../engine/exercises/elsewhere.ts';
import { politeRefusalExpected } from '../../engine/judge/answers.ts';
import { strangeIds, unknownId } from '../../generators/fixtures.ts';
import { envelope } from './examples.ts';
import type { Family } from './family.ts';

const { length } = strangeIds('');

export const pathUnknown = (of: Family) =>
  defineCheck({
    requirement: of.ids.pathUnknown,
    title: 'refuse an unknown or malformed volume id politely',
    budget: 'refusals',
    reads: 'refusal',
    atMost: length,
    cases: (contract, room) => of.plainCases(contract, room, length),
    exercise: elsewhere(({ variant }, { volume }) => {
      const own = idsOf(volume);
      const { id, words } = strangeIds(own.volume)[variant] ?? { id: unknownId, words: 'of none' };
      return { ids: { ...own, volume: id }, about: `, by the id ${words}` };
    }),
    judge: politeRefusalExpected,
    examples: {
      conforms: [of.example('404 in the envelope', { outcome: 'refused', status: 404, text: envelope })],
      violates: [
        of.example('an unknown volume gets a job', {}),
        of.example('an unknown volume gets a 500', { outcome: 'refused', status: 500 }),
      ],
    },
  });
