import fc from 'fast-check';
import { type Act, besideOthers } from '../../engine/exercises/bystanders.ts';
import { noGrowthExpected } from '../../engine/judge/expect.ts';
import { documented, indented } from '../../generators/bodies.ts';
import type { Recipe } from '../../generators/case.ts';
import { type Cases, casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { attachedSetups, plainSetup, sharedFreeSetups } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';
import { findClause } from '../../spec/parts.ts';
import { commonChecks } from '../common/checks.ts';
import type { Family } from '../common/family.ts';
import { growth } from './effect.ts';
import { example, step } from './examples.ts';
import { acceptanceChecks, refusalChecks } from './passive-dependencies.ts';
import { freshCases, plainCases } from './plain-cases.ts';

const growing = { size: quantity('current', 10), times: 1, until: 'state' } as const;

/** Small sizes first. The refused requests come last, because a volume is not extended soon after a refusal. */
const actsOf = (contract: Contract): readonly Act[] => [
  { ...growing, to: 'plain' },
  { ...growing, to: 'plain', size: quantity('current', 10, { tail: '.5' }) },
  { ...growing, to: 'attached' },
  { ...growing, to: 'shared' },
  { ...growing, to: 'plain', times: 2 },
  { ...growing, to: 'plain', size: quantity('current', -1), until: 'never' },
  ...(findClause(contract, 'size.over-maximum') === undefined
    ? []
    : [{ ...growing, to: 'plain', size: quantity('maximum', 1), until: 'never' } as const]),
];

const family: Family = {
  ids: { others: 'effect.one-volume', body: 'response.job-id', pathUnknown: 'path.unknown-volume' },
  dependsOn: {
    refusals: refusalChecks,
    acceptances: acceptanceChecks,
    jobs: ['job.reachable', 'effect.size'],
  },
  methods: ['PUT', 'PATCH', 'POST', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'TRACE'],
  isRefusal: (step) => step.outcome === 'refused' && step.inScope,
  routeCases: (contract, room) =>
    casesOf({
      setups: [{ ...plainSetup(contract, room), exact: true }],
      bodies: [documented(extensionOf(contract)), indented(extensionOf(contract))],
      sizes: [plainSize(room.smallest, room)],
    }),
  plainCases,
  freshCases,
  beside: {
    cases: (contract, room): Cases => {
      const setup = { ...plainSetup(contract, room), exact: true };
      const body = documented(extensionOf(contract));
      const recipe = (variant: number): Recipe => ({ setup, body, size: plainSize(room.smallest, room), variant });
      const each = Array.from({ length: actsOf(contract).length + 1 }, (_, variant) => recipe(variant));
      return { first: each.slice(-1), arbitrary: fc.constantFrom(...each) };
    },
    exercise: besideOthers(actsOf, ({ run: { contract, room } }) => {
      const [attached] = attachedSetups(contract, room);
      const [shared] = sharedFreeSetups(contract, room);
      return { attached: attached && { ...attached, exact: true }, shared: { ...shared, exact: true } };
    }),
  },
  effect: growth,
  effectless: noGrowthExpected,
  step,
  example,
};

/** The checks that extending a volume has in common with other operations. */
export const common = commonChecks(family);
