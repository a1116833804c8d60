import { defineCheck } from '../../engine/check.ts';
import { foreignVolume } from '../../engine/exercises/foreign.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { foreignProject } from '../../generators/fixtures.ts';
import type { Family } from './family.ts';

export const authProject = (of: Family) =>
  defineCheck({
    requirement: 'auth.project',
    title: 'refuse a foreign project, and a volume of another project',
    needs: { token: true },
    budget: 'refusals',
    atMost: 2,
    cases: (contract, room) => of.plainCases(contract, room),
    exercise: foreignVolume(foreignProject),
    judge: (trace, contract) => {
      const wrong = trace.steps.find((step) => refusalExpected({ steps: [step] }, contract) !== undefined);
      return wrong === undefined ? undefined : refusalExpected({ steps: [wrong] }, contract);
    },
    examples: {
      conforms: [of.example('404', { outcome: 'refused', status: 404 })],
      violates: [of.example("another project's volume is taken", {})],
    },
  });
