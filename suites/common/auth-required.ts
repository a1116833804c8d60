import { defineCheck } from '../../engine/check.ts';
import { elsewhere } from '../../engine/exercises/elsewhere.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import type { Family } from './family.ts';

const credentials = ['none', 'wrong'] as const;

export const authRequired = (of: Family) =>
  defineCheck({
    requirement: 'auth.required',
    title: 'refuse a request without a token or with a wrong one',
    needs: { token: true },
    budget: 'refusals',
    atMost: 2,
    cases: (contract, room) => of.plainCases(contract, room, credentials.length),
    exercise: elsewhere(({ variant }) => {
      const own = credentials[variant] ?? 'none';
      return { request: { credentials: own }, about: own === 'none' ? ' without credentials' : ' with wrong ones' };
    }),
    judge: refusalExpected,
    examples: {
      conforms: [of.example('401', { outcome: 'refused', status: 401 })],
      violates: [of.example('nobody asks for a token', {})],
    },
  });
