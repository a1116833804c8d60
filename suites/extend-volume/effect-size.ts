import { defineCheck } from '../../engine/check.ts';
import type { Complaint } from '../../engine/complaint.ts';
import { acceptedOnly } from '../../engine/exercises/acceptance.ts';
import { lapsed, looksAdded, withoutEffect, wrongSize } from '../../engine/judge/expect.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep, type Step } from '../../engine/step.ts';
import { satisfy } from '../../generators/satisfy.ts';
import type { Contract } from '../../spec/contract.ts';
import { example } from './examples.ts';
import { isLasting } from './lasting.ts';
import { isPlainExtension } from './plain.ts';

const decimal = '{"os-extend":{"new_size":20.9}}';

export const effectSize = defineCheck({
  requirement: 'effect.size',
  title: 'leave the volume at exactly the requested size',
  needs: { observe: 'volume' },
  appliesTo: (step, contract) =>
    isPlainExtension(step, contract) || (step.inScope && grewAgainstItsJob(step, contract) !== undefined),
  budget: 'extensions',
  waits: true,
  cases: satisfy,
  exercise: acceptedOnly('job', ['effect'], isLasting),
  judge: (trace, contract) => {
    const step = judgedStep(trace);
    // decimals, odd bodies and additions have requirements of their own
    if (looksAdded(step) || !isPlainExtension(step, contract)) return grewAgainstItsJob(step, contract);
    return (
      withoutEffect(step, contract) ??
      lapsed(step, contract) ??
      wrongSize(step, contract) ??
      grewAgainstItsJob(step, contract)
    );
  },
  yieldsTo: (step) => (looksAdded(step) ? 'effect.absolute' : undefined),
  examples: {
    conforms: [
      example('20 gives 20', { to: 20, ending: 'as-asked', jobs: ['SUCCESS'] }),
      example('an addition has a row of its own', { to: 30, ending: 'otherwise' }),
      example('a decimal has rows of its own', { body: decimal, to: 21, ending: 'otherwise' }),
    ],
    violates: [
      example('nothing happens', { ending: 'unchanged' }),
      example('it ends at 24 GB', { to: 24, ending: 'otherwise' }),
      example('it grows though the job says FAIL', { to: 20, ending: 'as-asked', jobs: ['RUNNING', 'FAIL'] }),
      example('a decimal grows it though the job says FAIL', { body: decimal, to: 20, jobs: ['FAIL'] }),
    ],
  },
});

function grewAgainstItsJob(step: Step, contract: Contract): Complaint | undefined {
  const failed = step.polls.some(({ job }) => job?.kind === 'job' && job.status === 'FAIL');
  const grew = step.before !== undefined && step.after !== undefined && step.after.size !== step.before.size;
  if (!failed || !grew) return undefined;
  return complain(
    step,
    'job-failed',
    contract,
    'no growth with it',
    'let the job end in FAIL, and grew the volume, after its answer',
  );
}
