import { defineCheck } from '../../engine/check.ts';
import { foreignVolume } from '../../engine/exercises/foreign.ts';
import { refusalExpected } from '../../engine/judge/expect.ts';
import { foreignProject } from '../../generators/fixtures.ts';
import { example } from '../examples.ts';
import { plainCases } from '../plain-cases.ts';

export const authProject = defineCheck({
  requirement: 'auth.project',
  title: 'refuse a foreign project, and a volume of another project',
  needs: { token: true },
  budget: 'refusals',
  atMost: 2,
  cases: (contract, room) => plainCases(contract, room),
  exercise: foreignVolume(foreignProject),
  judge: (trace, contract) => {
    const wrong = trace.steps.find((step) => refusalExpected({ steps: [step] }, contract) !== undefined);
    return wrong === undefined ? undefined : refusalExpected({ steps: [wrong] }, contract);
  },
  examples: {
    conforms: [example('404', { outcome: 'refused', status: 404 })],
    violates: [example("another project's volume grows", {})],
  },
});
