import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOracle } from '../../generators/oracle.ts';
import { derive } from '../../spec/derive/derive.ts';
import { sha256 } from '../../spec/derive/hash.ts';
import { errorNames } from '../../spec/envelope.ts';
import { findContract } from '../../spec/load.ts';
import { freeStatus, jobName, missingParts } from '../../spec/parts.ts';
import { idsIn, registers, requirementIn } from '../../spec/requirements.ts';
import { packageRoot } from '../../spec/root.ts';
import { fill } from '../../spec/statement.ts';

const { contract, provenance } = findContract('delete-volume');
const register = registers['delete-volume'];
const page = readFileSync(join(packageRoot(), 'spec/pages/delete-volume.md'), 'utf8');

/** What a reader sees of a page: no tags, no escapes, no white space. */
const visible = (text: string): string => text.replace(/<[^>]*>|\\|[`>#|\s-]/g, '');

test('the contract comes with the package, and is derived from its page', () => {
  expect(contract.operation).toMatchObject({ method: 'DELETE', kind: 'delete', resource: 'volume', action: null });
  expect(provenance).toMatchObject({ page: { sha256: sha256(page) } });
  const derived = derive({ name: 'delete-volume.md', text: page }, { id: 'delete-volume', quote: true });
  expect([derived.contract, derived.provenance]).toEqual([contract, provenance]);
  expect(provenance?.origins.map(({ fact }) => fact)).toEqual(contract.facts.map(({ id }) => id));
});

test.each(provenance?.origins ?? [])('$fact stands on the page where its origin says', (origin) => {
  const { anchor, heading, line, sha256: digest, text = '' } = origin;
  const lines = page.split('\n');
  expect(digest).toBe(sha256(text));
  expect(page).toContain(`"${anchor}"`);
  expect(page).toMatch(new RegExp(`^#+ ${heading.replace(/[()]/g, '\\$&')}<`, 'm'));
  const here = visible(lines.slice(line - 1, line + 20).join('\n'));
  expect(here).toContain(visible(text).slice(0, 40));
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
