import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { furtherCases } from '../../../engine/checking/further-cases.ts';
import { extentOf } from '../../../engine/checking/mandatory.ts';
import { type Plan, planRun } from '../../../engine/plan.ts';
import type { Recipe } from '../../../generators/case.ts';
import { caseOf } from '../../../generators/interactions/dimensions.ts';
import { openOracle } from '../../../generators/oracle.ts';
import { type Room, roomOf } from '../../../generators/room.ts';
import type { Contract } from '../../../spec/contract.ts';
import { findClause } from '../../../spec/parts.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { openCoverage } from '../../../suites/extend-volume/pictures/coverage.ts';
import { certified } from '../../suites/committed.ts';

const committed = (id: string): Contract =>
  JSON.parse(readFileSync(new URL(`../../../spec/contracts/${id}.json`, import.meta.url), 'utf8'));
const extension = committed('extend-volume');
const spent = { runs: 100, extensions: 12 };
const documented = roomOf(extension, 10, undefined);

const planOf = (contract: Contract, { full }: Room): Plan =>
  planRun(extendVolume, contract, { seesVolumes: true, seesJobs: true, hasToken: true, fullRoom: full });

const further = (contract: Contract, room: Room, seed: number, budget = spent) =>
  furtherCases(planOf(contract, room), { contract, room, budget, seed });

/** What all cases of a run would reach that are no random ones. */
function reached(contract: Contract, room: Room, seed: number, budget = spent) {
  const { see, coverage } = openCoverage(contract, room);
  const oracle = openOracle(contract);
  const show = (recipe: Recipe) => see({ ...step({ body: '' }), recipe, expectation: oracle(caseOf(recipe, room)) });
  for (const check of planOf(contract, room).active) {
    if (!/^(size|decimal|state|body)\./.test(check.requirement)) continue;
    const { first } = check.cases(contract, room, budget);
    first.slice(0, extentOf(check, budget, first).cases).forEach(show);
  }
  for (const recipes of further(contract, room, seed, budget).values()) recipes.forEach(show);
  return coverage();
}

const worlds = [
  ['the extension', extension, documented],
  ['room for 100 GB', extension, roomOf(extension, 10, 100)],
  ['room for one extension', extension, roomOf(extension, 10, 11)],
  ...['extend-volume-otc', 'cinder-extend', 'cinder-extend-v3'].map((id) => {
    const contract = committed(id);
    return [id, contract, roomOf(contract, 10, undefined)] as const;
  }),
] as const;

describe.each(worlds)('%s', (_, contract, room) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'reaches every pair and four fifths of the triples with seed %i',
    (seed) => {
      const { pairs, triples, missing } = reached(contract, room, seed);
      expect(missing).toEqual([]);
      expect(pairs.reached).toBe(pairs.of);
      expect(pairs.of).toBeGreaterThan(50);
      expect(triples.reached).toBeGreaterThanOrEqual(0.8 * triples.of);
    },
  );

  test('breaks one rule at most, of the requirement whose case it is', () => {
    const oracle = openOracle(contract);
    for (const [id, recipes] of further(contract, room, 7)) {
      for (const recipe of recipes) {
        const says = oracle(caseOf(recipe, room));
        expect(says.kind).not.toBe('unreadable');
        if (!('clauses' in says)) continue;
        expect(says.clauses).toHaveLength(1);
        const clause = findClause(contract, says.clauses[0] ?? '');
        // what should be accepted is of whoever a valid request is of
        if (clause?.level === 'SHOULD') continue;
        expect(id === 'decimal.lower-bound' ? 'size.not-greater' : id).toBe(clause?.requirement);
      }
    }
  });

  test('asks for no volume that has to be had', () => {
    const setups = [...further(contract, room, 7).values()].flat().map(({ setup }) => setup);
    expect(setups.filter(({ essential, oneOf }) => essential || oneOf !== undefined)).toEqual([]);
  });
});

test('the same seed draws the same, another one something else', () => {
  const of = (seed: number) => JSON.stringify([...further(extension, documented, seed)]);
  expect(of(3)).toBe(of(3));
  expect(of(3)).not.toBe(of(4));
});

test('a small budget draws few, and reaches less', () => {
  const budget = { runs: 2, extensions: 1 };
  // a decimal is drawn once, and asked by two checks
  expect(new Set([...further(extension, documented, 7, budget).values()].flat()).size).toBeLessThan(40);
  const { pairs, missing } = reached(extension, documented, 7, budget);
  expect(pairs.reached).toBeLessThan(pairs.of);
  expect(missing).toHaveLength(5);
});

test('a smoke run draws none, nor does an operation with nothing to combine', () => {
  const able = { seesVolumes: true, seesJobs: true, hasToken: true, fullRoom: true };
  const drawing = { room: documented, budget: spent, seed: 1 };
  const smoke = planRun(extendVolume, extension, able, { smoke: true });
  expect(furtherCases(smoke, { ...drawing, contract: extension }).size).toBe(0);
  for (const { operation, contract } of certified.filter(({ operation: { id } }) => id !== 'extend-volume'))
    expect(furtherCases(planRun(operation, contract, able), { ...drawing, contract }).size).toBe(0);
});
