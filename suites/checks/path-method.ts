import { defineCheck } from '../check.ts';
import { example } from '../examples.ts';
import { elsewhere } from '../exercises/elsewhere.ts';
import { noGrowthExpected } from '../judge/expect.ts';
import { plainCases } from '../plain-cases.ts';

/** No page of this kind documents them. DELETE is not among them: nobody should find out on a real cloud what it deletes. */
const methods = ['PUT', 'PATCH'] as const;

export const pathMethod = defineCheck({
  requirement: 'path.method',
  title: 'not extend on another method of the path',
  needs: { observe: 'volume' },
  budget: 'refusals',
  atMost: 2,
  cases: (contract, room) => plainCases(contract, room, methods.length),
  exercise: elsewhere(({ variant }) => {
    const method = methods[variant] ?? 'PUT';
    return { request: { method }, about: ` by ${method}` };
  }, 'watched'),
  judge: noGrowthExpected,
  examples: {
    conforms: [example('405', { outcome: 'refused', status: 405 })],
    violates: [example('PUT extends', { to: 20, ending: 'as-asked' })],
  },
});
