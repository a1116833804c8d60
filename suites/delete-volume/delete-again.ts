import { defineCheck } from '../../engine/check.ts';
import { elsewhere } from '../../engine/exercises/elsewhere.ts';
import { runPlain } from '../../engine/exercises/plain.ts';
import { isServerError } from '../../engine/judge/answers.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import { example } from './examples.ts';
import { stillThere } from './judge.ts';
import { freshCases } from './plain-cases.ts';

export const deleteAgain = defineCheck({
  requirement: 'delete.again',
  title: 'refuse a second deletion, or do no harm by it',
  needs: { observe: 'volume' },
  budget: 'extensions',
  atMost: 2,
  cases: freshCases,
  async exercise(fixtures, recipe) {
    const ids = await runPlain(fixtures, recipe);
    // a second volume stands by: a service that only knows the last volume it looked up may delete that one
    const again = elsewhere(() => ({ ids, about: ', by the id of one that is deleted' }), 'watched');
    return again(fixtures, recipe);
  },
  judge: (trace, contract) => {
    const step = judgedStep(trace);
    if (isServerError(step)) return complain(step, 'server-error', contract, 'a refusal with a 4xx, or no harm');
    return stillThere(trace, contract);
  },
  examples: {
    conforms: [example('404', { outcome: 'refused', status: 404 }), example('accepted, and has no effect', {})],
    violates: [example('500', { outcome: 'refused', status: 500 }), example('another volume is deleted', { to: 0 })],
  },
});
