import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../engine/check.ts';
import { type RequirementId, requirementIds } from '../../spec/requirements.ts';
import { packageRoot } from '../../spec/root.ts';
import { registry } from '../../suites/registry.ts';

const suites = join(packageRoot(), 'suites');
const files = readdirSync(join(suites, 'extend-volume')).sort();
const imported = [
  ...readFileSync(join(suites, 'registry.ts'), 'utf8').matchAll(/from '\.\/extend-volume\/([^']+)'/g),
].map((match) => match[1]);
const entries = Object.entries<Check>(registry);

describe('the registry of checks', () => {
  test('has every file of the folder, and the folder has every entry', () => {
    expect([...imported].sort()).toEqual(files);
    expect(files).toEqual(requirementIds.map((id) => `${id.replace('.', '-')}.ts`).sort());
  });

  test.each(files)('%s declares the one check that its name says', async (file) => {
    const module: Record<string, Check> = await import(join(suites, 'extend-volume', file));
    const [check, ...more] = Object.values(module);
    expect(more).toEqual([]);
    expect(`${check?.requirement.replace('.', '-')}.ts`).toBe(file);
    expect(registry[check?.requirement ?? 'operation.route']).toBe(check);
  });

  test('has each check below its own requirement, in the order of the requirements', () => {
    expect(entries.map(([, check]) => check.requirement)).toEqual(entries.map(([id]) => id));
    expect(entries.map(([id]) => id)).toEqual(requirementIds);
  });

  test.each(entries.flatMap(([, check]) => (check.kind === 'witness' ? [check] : [])))(
    '$requirement is fed by checks with requests of their own',
    ({ feeders }) => {
      expect(feeders.length).toBeGreaterThan(0);
      expect(new Set(feeders).size).toBe(feeders.length);
      const fed: readonly RequirementId[] = feeders;
      for (const id of fed) expect(registry[id]?.kind, id).toBe('active');
    },
  );
});
