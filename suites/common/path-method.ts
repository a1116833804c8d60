import { defineCheck } from '../../engine/check.ts';
import { elsewhere } from '../../engine/exercises/elsewhere.ts';
import type { Recipe } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import type { Family } from './family.ts';

/** Methods that may change something; the row rests on them. */
const bold = ['PUT', 'PATCH', 'POST'] as const;

/** Methods too risky to try on a real cloud. */
const risky = ['DELETE', 'TRACE'] as const;

const isBold = (method: string): boolean => bold.some((one) => one === method);
const isRisky = (method: string): boolean => risky.some((one) => one === method);

export const pathMethod = (of: Family) => {
  const others = ({ operation }: Contract): readonly string[] =>
    of.methods.filter((method) => method !== operation.method);
  const methodOf = ({ variant }: Recipe, contract: Contract): string => others(contract)[variant] ?? 'PATCH';
  return defineCheck({
    requirement: 'path.method',
    title: 'have no effect by another method of the path',
    needs: { observe: 'volume' },
    budget: 'refusals',
    atMost: of.methods.length - 1,
    cases: (contract, room) => {
      const { first, arbitrary } = of.plainCases(contract, room, others(contract).length);
      // the row must not rest on a method that is not sent everywhere, or not served
      const rated = (recipe: Recipe): Recipe => ({
        ...recipe,
        setup: { ...recipe.setup, essential: isBold(methodOf(recipe, contract)) },
      });
      return { first: first.map(rated), arbitrary: arbitrary.map(rated, (recipe) => recipe as Recipe) };
    },
    exercise: elsewhere((recipe, _, contract) => {
      const method = methodOf(recipe, contract);
      return { request: { method }, about: ` by ${method}`, mayBeLost: true, isRisky: isRisky(method) };
    }, 'watched'),
    judge: of.effectless,
    examples: {
      conforms: [of.example('405', { outcome: 'refused', status: 405 })],
      violates: [of.example('PUT takes effect', { to: 20, ending: 'as-asked' })],
    },
  });
};
