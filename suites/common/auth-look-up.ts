import { defineCheck } from '../../engine/check.ts';
import { lookUpDenied, lookUpJobDenied } from '../../engine/exercises/look-ups.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import type { Contract } from '../../spec/contract.ts';
import type { Family } from './family.ts';

const looks = ({ answers }: Contract) => (answers.job === null ? [lookUpDenied] : [lookUpDenied, lookUpJobDenied]);

export const authLookUp = (of: Family) =>
  defineCheck({
    requirement: 'auth.look-up',
    title: 'show neither a volume nor a job to a request without a token',
    needs: { token: true, observe: 'volume' },
    budget: 'refusals',
    atMost: 2,
    cases: (contract, room) => of.plainCases(contract, room, looks(contract).length),
    exercise: (fixtures, recipe) => (looks(fixtures.run.contract)[recipe.variant] ?? lookUpDenied)(fixtures, recipe),
    judge: refusalExpected,
    examples: {
      conforms: [of.example('401', { outcome: 'refused', status: 401 })],
      violates: [of.example('the volume is shown', {})],
    },
  });
