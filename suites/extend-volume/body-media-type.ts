import { defineCheck } from '../../engine/check.ts';
import { odd } from '../../engine/exercises/odd.ts';
import { oddExpected } from '../../engine/judge/answers.ts';
import type { Recipe } from '../../generators/case.ts';
import { example } from './examples.ts';
import { plainCases } from './plain-cases.ts';
import { exactTwin } from './twins.ts';

/** null: no Content-Type at all. */
const types = [
  null,
  'text/plain',
  'application/json; charset=gbk',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-8',
  'application/xml',
  'multipart/form-data',
  'application/json; charset=utf-16',
  'APPLICATION/JSON;charset="UTF-8"',
  'application/merge-patch+json',
  'application/json; charset',
  'json',
] as const;

/** The variant of a recipe that is sent as the page has it. */
const documented = types.length;

const typeOf = ({ variant }: Recipe): string | null => types[variant] ?? null;

export const bodyMediaType = defineCheck({
  requirement: 'body.media-type',
  title: 'accept a body under another Content-Type or none, or refuse it',
  budget: 'extensions',
  atMost: types.length,
  cases: (contract, room) => {
    const { first, arbitrary } = plainCases(contract, room, types.length);
    const extra = (recipe: Recipe): Recipe => ({ ...recipe, setup: { ...recipe.setup, essential: false } });
    return { first: first.map(extra), arbitrary: arbitrary.map(extra, (recipe) => recipe as Recipe) };
  },
  departs: ({ variant }) => variant !== documented,
  exercise: odd((recipe) => {
    const type = typeOf(recipe);
    return {
      request: { headers: { 'content-type': type } },
      about: type === null ? ', without a Content-Type' : `, as ${type}`,
    };
  }),
  judge: oddExpected,
  twin: exactTwin((recipe) => ({ ...recipe, variant: documented })),
  examples: {
    conforms: [
      example('it is taken', { to: 20, ending: 'as-asked' }),
      example('415', { outcome: 'refused', status: 415 }),
    ],
    violates: [
      example('a 500', { outcome: 'refused', status: 500 }),
      example('it is accepted, and has no effect', { ending: 'unchanged' }),
    ],
  },
});
