import { defineCheck } from '../../engine/check.ts';
import { acceptedOnly } from '../../engine/exercises/acceptance.ts';
import { judgedStep } from '../../engine/step.ts';
import { example } from './examples.ts';
import { goneExpected } from './judge.ts';
import { plainCases } from './plain-cases.ts';

export const effectDeleted = defineCheck({
  requirement: 'effect.deleted',
  title: 'have the volume gone within the time limit',
  needs: { observe: 'volume' },
  appliesTo: (step) => step.outcome === 'accepted' && step.expectation.kind === 'accept' && step.inScope,
  budget: 'extensions',
  waits: true,
  cases: (contract, room) => plainCases(contract, room),
  exercise: acceptedOnly('job', ['effect']),
  judge: (trace, contract) => goneExpected(judgedStep(trace), contract),
  examples: {
    conforms: [example('it is gone', { to: 0, ending: 'as-asked', jobs: ['SUCCESS'] })],
    violates: [
      example('it stays', { ending: 'unchanged' }),
      example('it is in error', { ending: 'unchanged', statusAfter: 'error_deleting' }),
      example('it is gone though the job says FAIL', { to: 0, ending: 'as-asked', jobs: ['RUNNING', 'FAIL'] }),
    ],
  },
});
