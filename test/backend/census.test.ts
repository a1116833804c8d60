import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '../../backend/faults/index.ts';
import { registers } from '../../spec/requirements.ts';

const folder = new URL('../../backend/faults/', import.meta.url);
const backend = new URL('../../backend/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'index.ts');

test('every family is in the registry, no id twice, in the order of the ids', async () => {
  const modules: readonly object[] = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  const ids = modules.flatMap((families) => Object.values(families)).flatMap((family) => Object.keys(family));
  expect(ids.sort()).toEqual(Object.keys(faults));
});

test.each(Object.entries(faults))('%s describes itself', (key, fault) => {
  expect(fault.id).toBe(key);
  expect(fault.summary).toMatch(/^[^A-Z].*[^.]$|^(PUT|ACTIVE|PAUSED|SUSPENDED|SHUTOFF|ERROR|REBOOT|GiB) /);
  expect(fault.summary.length).toBeLessThanOrEqual(110);
  expect(Object.keys(registers[fault.operation].requirements)).toEqual(
    expect.arrayContaining([fault.requirement, ...fault.mayAlsoFail]),
  );
  expect(fault.mayAlsoFail).not.toContain(fault.requirement);
  expect(new Set(fault.mayAlsoFail).size).toBe(fault.mayAlsoFail.length);
});

test('no two faults say the same', () => {
  const summaries = Object.values(faults).map(({ summary }) => summary);
  expect(new Set(summaries).size).toBe(summaries.length);
});

// If the backend shared code with what judges it, their mistakes would cancel.
test('the backend imports nothing of the project but the type of requirement ids', () => {
  const sources = readdirSync(backend, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(20);
  for (const name of sources) {
    const depth = name.split(/[\\/]/).length;
    const text = readFileSync(new URL(name, backend), 'utf8');
    for (const [line, target = ''] of text.matchAll(/^.*\bfrom '([^']+)';$/gm)) {
      const leaves = target.startsWith('../'.repeat(depth));
      if (leaves) expect(line, name).toBe("import type { RequirementId } from '../spec/requirements.ts';");
      else expect(target, name).toMatch(/^(\.|node:|hono|@hono\/node-server$|@faker-js\/faker\/locale\/en$)/);
    }
  }
});
