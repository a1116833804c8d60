import fc from 'fast-check';
import { type Act, besideOthers } from '../../engine/exercises/bystanders.ts';
import type { Step } from '../../engine/step.ts';
import { quantity } from '../../generators/quantity.ts';
import { commonChecks } from '../common/checks.ts';
import type { Family } from '../common/family.ts';
import { removal } from './effect.ts';
import { example, step } from './examples.ts';
import { stillThere } from './judge.ts';
import { freshCases, plainCases } from './plain-cases.ts';

const acts: readonly Act[] = [{ to: 'plain', size: quantity('current'), times: 1, until: 'effect' }];

/**
 * An unknown id is a proper reason to refuse a deletion; a request with a malformed one may not even reach the service.
 */
const isOfUnknownId = ({ check, recipe }: Step): boolean => check === 'path.unknown' && recipe?.variant === 0;

const family: Family = {
  ids: { others: 'effect.others', body: 'response.body', pathUnknown: 'path.unknown' },
  dependsOn: {
    refusals: ['path.unknown'],
    acceptances: ['operation.route', 'effect.deleted'],
    jobs: ['job.reachable', 'effect.deleted'],
  },
  // the other methods of the path create, change and show the volume
  methods: ['PATCH', 'OPTIONS', 'TRACE', 'DELETE'],
  isRefusal: (one) => one.outcome === 'refused' && (one.inScope || isOfUnknownId(one)),
  routeCases: freshCases,
  plainCases,
  freshCases,
  beside: {
    cases: (contract, room) => {
      const { first } = freshCases(contract, room);
      return { first, arbitrary: fc.constantFrom(...first) };
    },
    exercise: besideOthers(
      () => acts,
      () => ({ attached: undefined, shared: undefined }),
    ),
  },
  effect: removal,
  effectless: stillThere,
  step,
  example,
};

/** The checks that deleting a volume has in common with other operations. */
export const common = commonChecks(family);
