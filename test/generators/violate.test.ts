import { describe, expect, test } from 'vitest';
import { EmptyCases } from '../../generators/cases.ts';
import { breakable, UnsupportedClause, violate } from '../../generators/violate.ts';
import { MissingPart } from '../../spec/parts.ts';
import { everyRecipe } from './every-recipe.ts';
import { cinder, worlds } from './pages.ts';
import { documented, worldOf } from './worlds.ts';

/** Clauses that bind nobody: a case that breaks one of them alone is open. */
const open = ['body.numeric-string', 'size.maximum', 'state.other'];
const binding = breakable.filter((clause) => ![...open, 'body.extra-keys'].includes(clause));

describe.each(worlds)('on %s', (_, world) => {
  const { contract, room } = world;
  /** Volumes on which the documented size still has room, so that nothing but the clause is broken. */
  const sizes = (least: number) =>
    [least, least + 1, Math.floor(room.ceiling / 2), room.ceiling - 10].filter((size) => size >= least);

  test.each(binding)('what breaks %s breaks nothing else that binds, shrunk or not', (clause) => {
    for (const recipe of everyRecipe(violate(contract, clause, room), 21)) {
      for (const size of sizes(recipe.setup.size)) {
        const found = { ...world.expect(recipe, size), recipe, size };
        expect(found).toMatchObject({ kind: 'refuse', clauses: [clause] });
      }
    }
  });

  test.each(open)('what breaks %s breaks it alone and is open', (clause) => {
    for (const recipe of everyRecipe(violate(contract, clause, room), 22)) {
      for (const size of sizes(recipe.setup.size)) {
        expect({ ...world.expect(recipe, size), recipe }).toMatchObject({ kind: 'open', clauses: [clause] });
      }
    }
  });

  test('extra keys are open at either level, and so is a key given twice', () => {
    const kinds = new Set<string>();
    for (const recipe of everyRecipe(violate(contract, 'body.extra-keys', room), 23)) {
      const expectation = world.expect(recipe);
      kinds.add(expectation.kind === 'open' ? expectation.clauses.join() : expectation.kind);
    }
    expect(kinds).toEqual(new Set(['body.extra-keys', 'body.extra-keys-nested']));
  });
});

test('every clause of the contract about body, size or state can be broken', () => {
  const clauses = documented.clauses.map(({ id }) => id).filter((id) => id !== 'body.extra-keys-nested');
  expect(breakable.toSorted()).toEqual(clauses.toSorted());
});

test.each([
  ['size.over-maximum', ['32769', '4294967316', '32778', '1e400']],
  ['size.not-greater', ['10', '9', '-1', '0']],
  ['size.maximum', ['32768']],
])('the telling cases for %s come first', (clause, spellings) => {
  const world = worldOf(documented);
  const { first } = violate(documented, clause, world.room);
  const bodies = first.slice(0, spellings.length).map((recipe) => world.caseOf(recipe).body);
  expect(bodies).toEqual(spellings.map((spelling) => `{"os-extend":{"new_size":${spelling}}}`));
});

test('narrow integers are tempted: 16, 31, 32, 53, 63 and 64 bits', () => {
  const world = worldOf(documented);
  const bodies = violate(documented, 'size.over-maximum', world.room).first.map((recipe) => world.caseOf(recipe).body);
  const sent = new Set(bodies.map((body) => /new_size":(.*)\}\}/.exec(body)?.[1]));
  const wrapped = [2n ** 16n + 20n, 2n ** 31n, 2n ** 31n - 1n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n + 8192n];
  for (const size of wrapped) expect(sent).toContain(String(size));
});

test('a clause that nobody knows how to break, or that the page does not state, is an error and no empty list', () => {
  const { room } = worldOf(cinder);
  expect(() => violate(documented, 'size.colour', room)).toThrow(UnsupportedClause);
  expect(() => violate(cinder, 'size.over-maximum', room)).toThrow(MissingPart);
  expect(() => violate(cinder, 'state.server-status', room)).toThrow(EmptyCases);
});
