import { defineCheck } from '../../engine/check.ts';
import { elsewhere } from '../../engine/exercises/elsewhere.ts';
import type { Contract } from '../../spec/contract.ts';
import type { Family } from './family.ts';

/**
 * DELETE is not among them: nobody should find out on a real cloud what it deletes. Where the path is that of the resource
 * itself, PUT and POST are operations of their own.
 */
const methods = ['PUT', 'PATCH', 'POST'] as const;

function others({ operation }: Contract): readonly string[] {
  const isOfAction = !operation.path.endsWith('}');
  return methods.filter((method) => method !== operation.method && (isOfAction || method === 'PATCH')).slice(0, 2);
}

export const pathMethod = (of: Family) =>
  defineCheck({
    requirement: 'path.method',
    title: 'take no effect by another method of the path',
    needs: { observe: 'volume' },
    budget: 'refusals',
    atMost: 2,
    cases: (contract, room) => of.plainCases(contract, room, others(contract).length),
    exercise: elsewhere(({ variant }, _, contract) => {
      const method = others(contract)[variant] ?? 'PATCH';
      return { request: { method }, about: ` by ${method}` };
    }, 'watched'),
    judge: of.effectless,
    examples: {
      conforms: [of.example('405', { outcome: 'refused', status: 405 })],
      violates: [of.example('PUT takes effect', { to: 20, ending: 'as-asked' })],
    },
  });
