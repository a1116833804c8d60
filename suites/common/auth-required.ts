import { defineCheck } from '../../engine/check.ts';
import { elsewhere } from '../../engine/exercises/elsewhere.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import type { Family } from './family.ts';

const credentials = ['none', 'wrong', 'empty', 'query', 'other-header'] as const;

const words = {
  none: ' without credentials',
  wrong: ' with wrong ones',
  empty: ' with empty ones',
  query: ' with them in the query',
  'other-header': ' with them in another header',
} as const satisfies Record<(typeof credentials)[number], string>;

export const authRequired = (of: Family) =>
  defineCheck({
    requirement: 'auth.required',
    title: 'refuse a request without a token or with a wrong one',
    needs: { token: true },
    budget: 'refusals',
    atMost: 5,
    cases: (contract, room) => of.plainCases(contract, room, credentials.length),
    exercise: elsewhere(({ variant }) => {
      const own = credentials[variant] ?? 'none';
      return { request: { credentials: own }, about: words[own] };
    }),
    judge: refusalExpected,
    examples: {
      conforms: [of.example('401', { outcome: 'refused', status: 401 })],
      violates: [of.example('nobody asks for a token', {})],
    },
  });
