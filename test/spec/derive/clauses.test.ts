import { expect, test } from 'vitest';
import { findContract } from '../../../spec/load.ts';

test.each(['extend-volume', 'cinder-extend'])('a clause of %s is named after its requirement', (id) => {
  const { clauses } = findContract(id).contract;
  const strange = clauses.filter(({ id: own, requirement }) => requirement !== null && !own.startsWith(requirement));
  expect(strange).toEqual([]);
  const namesakes = clauses.filter(({ id: own, requirement }) =>
    clauses.some((other) => other.requirement === own && requirement !== own),
  );
  expect(namesakes).toEqual([]);
});
