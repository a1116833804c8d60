import { defineCheck } from '../../engine/check.ts';
import { elsewhere, idsOf } from '../../engine/exercises/elsewhere.ts';
import { politeRefusalExpected } from '../../engine/judge/answers.ts';
import { malformedVolumeIds, unknownId } from '../../generators/fixtures.ts';
import { envelope } from './examples.ts';
import type { Family } from './family.ts';

const ids = [unknownId, ...malformedVolumeIds] as const;

export const pathUnknown = (of: Family) =>
  defineCheck({
    requirement: of.ids.pathUnknown,
    title: 'refuse an unknown or malformed volume id politely',
    budget: 'refusals',
    reads: 'refusal',
    atMost: 16,
    cases: (contract, room) => of.plainCases(contract, room, ids.length),
    exercise: elsewhere(({ variant }, { volume }) => {
      const id = ids[variant] ?? unknownId;
      return { ids: { ...idsOf(volume), volume: id }, about: `, by the id ${id.slice(0, 40)} that is none` };
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
