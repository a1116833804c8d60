import { expect, test } from 'vitest';
import { openOracle } from '../../generators/oracle.ts';
import { sha256 } from '../../spec/derive/hash.ts';
import { errorNames } from '../../spec/envelope.ts';
import { findContract } from '../../spec/load.ts';
import { freeStatus, jobName, missingParts } from '../../spec/parts.ts';
import { idsIn, registers, requirementIn } from '../../spec/requirements.ts';
import { fill } from '../../spec/statement.ts';
import { ownPage } from './derive/page-texts.ts';

const { contract, provenance } = findContract('delete-volume');
const register = registers['delete-volume'];

test('the contract comes with the package, and is known with its page', () => {
  expect(contract.operation).toMatchObject({ method: 'DELETE', kind: 'delete', resource: 'volume', action: null });
  expect(provenance).toMatchObject({ page: { sha256: sha256(ownPage('delete-volume')) } });
});

test('the operation has a job, a documented status and an envelope, and takes no body', () => {
  expect(missingParts(contract, 'operation.route', { rests: ['job', 'status', 'envelope'] })).toEqual([]);
  expect([jobName(contract), errorNames(contract), freeStatus(contract)]).toEqual(['job_id', ['error'], 'available']);
  expect(contract.request).toBeNull();
});

test('a deletion is valid while the volume is available, and open in any other state', () => {
  const oracle = openOracle(contract);
  const on = (status: string, servers: readonly string[]) =>
    oracle({
      path: { project_id: 'p', volume_id: 'v' },
      body: '',
      volume: { size: 10, status, multiattach: false },
      servers,
    });
  expect(on('available', [])).toEqual({ kind: 'accept', size: null });
  expect(on('in-use', ['ACTIVE']).kind).toBe('open');
  expect(on('error', []).kind).toBe('open');
});

test.each(idsIn(register))('%s states what the contract says, and rests on its facts', (id) => {
  const own = requirementIn(register, id);
  const { facts, statement } = own;
  const known = contract.facts.map((fact) => fact.id);
  for (const fact of facts) expect(known).toContain(fact);
  expect(missingParts(contract, id, own)).toEqual([]);
  expect(fill(statement, contract).replace(contract.operation.path, '')).not.toMatch(/\{\w+\}|documented status/);
});

test('every fact of the page is certified, or listed with the reason why not', () => {
  const certified = idsIn(register).flatMap((id) => requirementIn(register, id).facts);
  const others = Object.values(register.untested).flatMap(({ facts }) => facts);
  expect([...new Set([...certified, ...others])].sort()).toEqual(contract.facts.map(({ id }) => id).sort());
});
