import { defineCheck } from '../../engine/check.ts';
import { acceptance } from '../../engine/exercises/acceptance.ts';
import { acceptanceExpected } from '../../engine/judge/expect.ts';
import type { Family } from './family.ts';

export const operationRoute = (of: Family) =>
  defineCheck({
    requirement: 'operation.route',
    title: 'serve the documented method and path',
    budget: 'extensions',
    atMost: 2,
    cases: of.routeCases,
    exercise: acceptance(),
    judge: acceptanceExpected,
    examples: {
      conforms: [of.example('a plain request is accepted and takes effect', { to: 20, ending: 'as-asked' })],
      violates: [of.example('there is no such path', { outcome: 'refused', status: 404 })],
    },
  });
