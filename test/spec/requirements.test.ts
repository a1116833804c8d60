import { describe, expect, test } from 'vitest';
import { operationOf } from '../../main/operations.ts';
import type { Clause } from '../../spec/contract.ts';
import { loadContract } from '../../spec/load.ts';
import { clausesOf } from '../../spec/parts.ts';
import { declareRequirements } from '../../spec/requirements/requirement.ts';
import { idsIn, type RequirementId, requirementIn } from '../../spec/requirements.ts';
import { committed } from './committed.ts';

const contracts = committed.map(({ name, text }) => loadContract(text, name));

/** A field that a contract has beside those of its operation's register: no check certifies it yet. */
const isOfFurtherField = ({ fact }: Clause): boolean => fact?.startsWith('request:') === true;

describe.each(contracts)('the clauses of $id', (contract) => {
  const { register } = operationOf(contract);
  const owned = contract.clauses.filter((clause) => clause.requirement !== null && !isOfFurtherField(clause));

  test('are of requirements of their operation, of the same level and of their facts', () => {
    for (const { id, requirement, level, fact } of owned) {
      const own = requirementIn(register, requirement as RequirementId);
      expect(own.level, id).toBe(level);
      expect(fact === null ? [] : [fact], id).toEqual(own.facts.filter((one) => one === fact));
      expect(own.rests, id).toContain('clauses');
    }
  });
});

test('what rests on clauses of its own has some in a contract', () => {
  for (const contract of contracts) {
    const { register } = operationOf(contract);
    const resting = idsIn(register).filter((id) => requirementIn(register, id).rests?.includes('clauses'));
    const alike = contracts.filter((one) => operationOf(one).register === register);
    expect(resting.filter((id) => alike.every((one) => clausesOf(one, id).length === 0))).toEqual([]);
  }
});

test('a requirement rests on nothing that its register does not have', () => {
  const own = { level: 'MUST', statement: 'do it', facts: [] } as const;
  expect(Object.keys(declareRequirements({ 'one.a': own, 'one.b': { ...own, rests: ['one.a', 'job'] } }))).toHaveLength(
    2,
  );
  // @ts-expect-error there is no requirement one.c, so that this must not compile
  declareRequirements({ 'one.a': own, 'one.b': { ...own, rests: ['one.c'] } });
});
