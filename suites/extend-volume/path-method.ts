import { defineCheck } from '../../engine/check.ts';
import { elsewhere } from '../../engine/exercises/elsewhere.ts';
import { noGrowthExpected } from '../../engine/judge/expect.ts';
import type { Contract } from '../../spec/contract.ts';
import { example } from '../examples.ts';
import { plainCases } from '../plain-cases.ts';

/** DELETE is not among them: nobody should find out on a real cloud what it deletes. */
const methods = ['PUT', 'PATCH', 'POST'] as const;

const others = ({ operation }: Contract): readonly string[] =>
  methods.filter((method) => method !== operation.method).slice(0, 2);

export const pathMethod = defineCheck({
  requirement: 'path.method',
  title: 'not extend on another method of the path',
  needs: { observe: 'volume' },
  budget: 'refusals',
  atMost: 2,
  cases: (contract, room) => plainCases(contract, room, others(contract).length),
  exercise: elsewhere(({ variant }, _, contract) => {
    const method = others(contract)[variant] ?? 'PATCH';
    return { request: { method }, about: ` by ${method}` };
  }, 'watched'),
  judge: noGrowthExpected,
  examples: {
    conforms: [example('405', { outcome: 'refused', status: 405 })],
    violates: [example('PUT extends', { to: 20, ending: 'as-asked' })],
  },
});
