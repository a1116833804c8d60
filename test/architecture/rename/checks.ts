import fc from 'fast-check';
import { type Check, defineCheck } from '../../../engine/check.ts';
import { acceptedOnly } from '../../../engine/exercises/acceptance.ts';
import { besideOthers } from '../../../engine/exercises/bystanders.ts';
import { refusal } from '../../../engine/exercises/refusal.ts';
import { refusalExpected } from '../../../engine/judge/expect.ts';
import { complain, timeLimit } from '../../../engine/judge/phrases.ts';
import { judgedStep } from '../../../engine/step.ts';
import { type Cases, casesOf } from '../../../generators/cases.ts';
import { quantity } from '../../../generators/quantity.ts';
import type { Room } from '../../../generators/room.ts';
import { plainSetup } from '../../../generators/setups.ts';
import type { Contract } from '../../../spec/contract.ts';
import { effectOthers } from '../../../suites/common/effect-others.ts';
import { effectRefusal } from '../../../suites/common/effect-refusal.ts';
import { examplesOf } from '../../../suites/common/examples.ts';
import type { Family } from '../../../suites/common/family.ts';
import { operationRoute } from '../../../suites/common/operation-route.ts';
import { responseErrorStatus } from '../../../suites/common/response-error-status.ts';
import { responseSuccessStatus } from '../../../suites/common/response-success-status.ts';
import { body, rename } from './effect.ts';
import { own } from './requirements.ts';

const { step, example } = examplesOf({ method: 'PUT', path: '/v2/p1/cloudvolumes/v1', body, size: null });

const casesFrom =
  (bodies: readonly string[]) =>
  (contract: Contract, room: Room): Cases =>
    casesOf({ setups: [{ ...plainSetup(contract, room), exact: true }], bodies, sizes: [quantity('zero', 1)] });
const plainCases = casesFrom([body]);

const family: Family = {
  ids: { others: 'effect.others', body: 'response.body', pathUnknown: 'path.unknown' },
  dependsOn: { refusals: [own('body.name')], acceptances: ['operation.route'], jobs: [] },
  methods: ['PATCH', 'OPTIONS', 'PUT'],
  isRefusal: (one) => one.outcome === 'refused' && one.inScope,
  routeCases: plainCases,
  plainCases,
  freshCases: plainCases,
  beside: {
    cases(contract, room) {
      const { first } = plainCases(contract, room);
      return { first, arbitrary: fc.constantFrom(...first) };
    },
    exercise: besideOthers(
      () => [{ to: 'plain', size: quantity('zero', 1), times: 1, until: 'effect' }],
      () => ({
        attached: undefined,
        shared: undefined,
      }),
    ),
  },
  effect: rename,
  effectless: () => undefined,
  step,
  example,
};

const bodyName = defineCheck({
  requirement: own('body.name'),
  title: 'refuse a body without a name that is text',
  budget: 'refusals',
  cases: casesFrom(['{"volume":{}}', '{"volume":{"name":5}}', '{}', '[]']),
  exercise: refusal(),
  judge: refusalExpected,
  examples: { conforms: [], violates: [] },
});

const effectName = defineCheck({
  requirement: own('effect.name'),
  title: 'leave the volume with the name that was asked for',
  needs: { observe: 'volume' },
  budget: 'extensions',
  cases: plainCases,
  exercise: acceptedOnly('effect', ['effect']),
  judge(trace, contract) {
    const step = judgedStep(trace);
    const { volume } = JSON.parse(step.case.body) as { readonly volume: { readonly name: string } };
    if (step.outcome !== 'accepted' || step.after?.attributes.name === volume.name) return undefined;
    return complain(step, 'unchanged', contract, `the name ${volume.name} within ${timeLimit}`);
  },
  examples: { conforms: [], violates: [] },
});

const effectSize = defineCheck({
  requirement: own('effect.size'),
  title: 'leave the size as it was',
  needs: { observe: 'volume' },
  budget: 'extensions',
  cases: plainCases,
  exercise: acceptedOnly('effect'),
  judge(trace, contract) {
    const step = judgedStep(trace);
    const { before, after } = step;
    if (before === undefined || after === undefined || after.size === before.size) return undefined;
    return complain(step, 'size', contract, `${before.size} GB`, `left ${after.size} GB after its answer`);
  },
  examples: { conforms: [], violates: [] },
});

/** In the order of the register. */
export const checks: readonly Check[] = [
  operationRoute(family),
  bodyName,
  responseSuccessStatus(family),
  responseErrorStatus(family),
  effectName,
  effectSize,
  effectRefusal(family),
  effectOthers(family),
];
