import { expect, test } from 'vitest';
import { loadContract } from '../../../spec/load.ts';
import { committed } from '../committed.ts';

test.each(committed)('a clause of $id is named after its requirement', ({ name, text }) => {
  const { clauses } = loadContract(text, name);
  const strange = clauses.filter(({ id: own, requirement }) => requirement !== null && !own.startsWith(requirement));
  expect(strange).toEqual([]);
  const namesakes = clauses.filter(({ id: own, requirement }) =>
    clauses.some((other) => other.requirement === own && requirement !== own),
  );
  expect(namesakes).toEqual([]);
});
