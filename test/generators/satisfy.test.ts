import { describe, expect, test } from 'vitest';
import { documented as documentedBody } from '../../generators/bodies.ts';
import { acceptedDecimals, decimalsAtLowerBound, decimalsAtMaximum, exponents } from '../../generators/decimals.ts';
import { plainSize, satisfy } from '../../generators/satisfy.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { everyRecipe } from './every-recipe.ts';
import { cinder, worlds } from './pages.ts';
import { documented, worldOf } from './worlds.ts';

const digitsOf = (body: string): number => body.replaceAll(/[^0-9]/g, '').replace(/^0+/, '').length;

describe.each(worlds)('on %s', (_, world) => {
  const { contract, room } = world;

  test.each([
    ['satisfy', satisfy],
    ['acceptedDecimals', acceptedDecimals],
    ['exponents', exponents],
  ])('whatever %s makes has to be accepted, within the room', (_name, make) => {
    const recipes = everyRecipe(make(contract, room), 11);
    for (const recipe of recipes) {
      const expectation = world.expect(recipe);
      expect({ ...expectation, recipe }).toMatchObject({ kind: 'accept' });
      expect(expectation.kind === 'accept' && expectation.size).toBeLessThanOrEqual(room.ceiling);
    }
    expect(new Set(recipes.map((recipe) => world.caseOf(recipe).body)).size).toBeGreaterThan(4);
  });

  test('a decimal at the lower bound is refused for its integer part alone, on a volume of any size', () => {
    for (const recipe of everyRecipe(decimalsAtLowerBound(contract, room), 12)) {
      for (const size of [recipe.setup.size, 1, 99, 512, room.ceiling]) {
        expect({ ...world.expect(recipe, size), recipe }).toMatchObject({
          kind: 'refuse',
          clauses: ['size.not-greater'],
        });
        expect(digitsOf(world.caseOf(recipe, size).body)).toBeLessThanOrEqual(15);
      }
    }
  });

  test('a decimal at the maximum is open there, as the maximum itself is', () => {
    for (const recipe of everyRecipe(decimalsAtMaximum(contract, room), 13)) {
      const expected = { kind: 'open', clauses: ['size.maximum'], size: room.maximum };
      expect({ ...world.expect(recipe), recipe }).toMatchObject(expected);
    }
  });

  test('the plain extension fits on a volume of any size below the ceiling', () => {
    const setup = plainSetup(contract, room);
    for (const size of [room.smallest, room.smallest + 1, Math.floor(room.ceiling / 2), room.ceiling - 1]) {
      const recipe = { setup, body: documentedBody(extensionOf(contract)), size: plainSize(size, room), variant: 0 };
      expect(world.expect(recipe, size)).toMatchObject({ kind: 'accept' });
    }
  });
});

test('decimals that must be accepted have at most 15 significant digits', () => {
  const world = worldOf(documented);
  for (const recipe of everyRecipe(acceptedDecimals(documented, world.room), 14)) {
    expect(digitsOf(world.caseOf(recipe).body)).toBeLessThanOrEqual(15);
  }
});

test('a page without maximum, decimals or server states is satisfied all the same', () => {
  const world = worldOf(cinder);
  expect(world.room).toEqual({ smallest: 10, maximum: null, ceiling: 200, full: false });
  const recipes = everyRecipe(satisfy(cinder, world.room), 15);
  for (const recipe of recipes) expect({ ...world.expect(recipe), recipe }).toMatchObject({ kind: 'accept' });
  expect(new Set(recipes.map((recipe) => recipe.setup.size))).toEqual(new Set([10, 40, 100, 160]));
  expect(recipes.every(({ setup }) => setup.status === 'available' && setup.servers.length === 0)).toBe(true);
});

test('the telling sizes come first', () => {
  const world = worldOf(documented);
  const bodies = satisfy(documented, world.room).first.slice(0, 2);
  expect(bodies.map((recipe) => world.caseOf(recipe).body)).toEqual([
    '{"os-extend":{"new_size":11}}',
    '{"os-extend":{"new_size":32767}}',
  ]);
  const [decimal] = acceptedDecimals(documented, world.room).first;
  expect(decimal && world.caseOf(decimal).body).toBe('{"os-extend":{"new_size":20.9}}');
});
