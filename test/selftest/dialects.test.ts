import { describe, expect, test } from 'vitest';
import { type DialectId, dialectIds } from '../../backend/dialects/index.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { contractNamed } from '../../main/contracts.ts';
import { brokenBy } from '../../selftest/dialects/contrasts.ts';
import { exceptions } from '../../selftest/dialects/exceptions.ts';
import { dialectSubjects } from '../../selftest/dialects/index.ts';
import { missingParts } from '../../spec/parts.ts';
import { registers, requirementIn } from '../../spec/requirements.ts';

const living = dialectIds.filter((id) => id !== 'extend-volume');
const register = registers['extend-volume'];

describe.each(living)('the trials by %s', (id) => {
  const all = dialectSubjects.filter(({ contract }) => contract === id);
  const { contract } = contractNamed(id);

  test('are of its own dialect, in which nothing may be missed, and of each other one in its place', () => {
    expect(all.find((one) => one.id === `itself@${id}`)).toMatchObject({ kind: 'variant', expects: 'flawless' });
    for (const other of dialectIds.filter((one) => one !== id)) {
      const crossed = all.find((one) => one.id === `${other}@${id}`);
      expect(crossed?.expects).toBe(brokenBy(other, contract) === undefined ? 'clear' : 'caught');
      expect(crossed?.seeds).toBe(10);
    }
  });

  test('are of faults with an id of their own, one seed each, that break a row of the contract', () => {
    const faulty = all.filter(({ seeds }) => seeds === 1);
    expect(faulty.length).toBeGreaterThan(100);
    for (const { id: name, owner, kind } of faulty) {
      const [fault = '', by] = name.split('@');
      expect({ kind, by, known: Object.hasOwn(faults, fault) }).toEqual({ kind: 'fault', by: id, known: true });
      expect(owner === null ? [name] : missingParts(contract, owner, requirementIn(register, owner)), name).toEqual([]);
    }
  });

  test('are of no fault that is none there, and of right servers of its own', () => {
    const ids = all.map((one) => one.id);
    for (const fault of Object.keys(exceptions[id])) expect(ids).not.toContain(`${fault}@${id}`);
    expect(all.filter(({ kind, expects }) => kind === 'variant' && expects === 'clear').length).toBeGreaterThan(1);
  });
});

test('every exception is of a fault, and says why', () => {
  for (const some of Object.values(exceptions))
    for (const [fault, why] of Object.entries(some)) {
      expect(faults[fault as FaultId].id).toBe(fault);
      expect(why.length).toBeGreaterThan(10);
    }
});

test('--fast tries each dialect itself, and one fault a row at most, of all dialects', () => {
  const fast = dialectSubjects.filter((one) => one.fast !== false);
  const owners = fast.flatMap(({ owner }) => owner ?? []);
  expect(fast.filter(({ owner }) => owner === null).map(({ id }) => id)).toEqual(living.map((id) => `itself@${id}`));
  expect(new Set(owners).size).toBe(owners.length);
  expect(owners.length).toBeGreaterThan(30);
  expect(new Set(fast.map(({ contract }) => contract))).toEqual(new Set(living));
});

test.each<[DialectId, DialectId, string | undefined]>([
  ['extend-volume', 'extend-volume-2021', undefined],
  ['extend-volume', 'extend-volume-v2.1', 'response.success-status'],
  ['extend-volume-v2.1', 'extend-volume', 'response.success-status'],
  ['extend-volume-otc', 'extend-volume-2021', 'size.not-greater'],
  ['extend-volume-2021', 'extend-volume-otc', undefined],
  ['cinder-extend-v3', 'cinder-extend-v2', undefined],
  ['cinder-extend-v2', 'extend-volume-v2.1', 'response.job-id'],
  ['extend-volume-v2.1', 'cinder-extend-v2', undefined],
  ['cinder-extend-otc', 'cinder-extend-v2', 'size.not-greater'],
  ['cinder-extend-v2', 'cinder-extend-otc', undefined],
])('%s in place of %s breaks %s', (dialect, id, owner) => {
  expect(brokenBy(dialect, contractNamed(id).contract)?.owner).toBe(owner);
});
