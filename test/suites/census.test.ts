import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../engine/check.ts';
import { packageRoot } from '../../spec/root.ts';
import { common } from '../../suites/extend-volume/family.ts';
import { registry } from '../../suites/extend-volume/registry.ts';
import { requirementIds } from './register.ts';

const suites = join(packageRoot(), 'suites');
const byId: Readonly<Record<string, Check>> = registry;
const entries = Object.entries(byId);

/** The files of a folder that declare a check, and what each of them exports. */
async function declared(folder: string) {
  const files = readdirSync(join(suites, folder)).filter(
    (file) => file.endsWith('.ts') && /defineCheck|definePassiveCheck/.test(text(folder, file)),
  );
  return Promise.all(files.map(async (file) => ({ file, exported: await exportsOf(folder, file) })));
}
const text = (folder: string, file: string): string => readFileSync(join(suites, folder, file), 'utf8');
const exportsOf = async (folder: string, file: string): Promise<readonly unknown[]> =>
  Object.values(await import(join(suites, folder, file)));

describe('the registry of checks', () => {
  test('has the one check of every file of its folder, named after its requirement', async () => {
    const own = await declared('extend-volume');
    expect(own.length).toBeGreaterThan(20);
    for (const { file, exported } of own) {
      const [check, ...more] = exported as Check[];
      expect(more, file).toEqual([]);
      expect(`${check?.requirement.replace('.', '-')}.ts`).toBe(file);
      expect(byId[check?.requirement ?? ''], file).toBe(check);
    }
  });

  test('has no other check but the common ones, each of which it has', async () => {
    const own = (await declared('extend-volume')).flatMap(({ exported }) => exported);
    const others = entries.map(([, check]) => check).filter((check) => !own.includes(check));
    expect(new Set(others)).toEqual(new Set(Object.values(common)));
    const files = (await declared('common')).map(({ file }) => file.replace('.ts', ''));
    expect(
      Object.keys(common)
        .map((name) => name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`))
        .sort(),
    ).toEqual(files.sort());
  });

  test('has each check below its own requirement, in the order of the requirements', () => {
    expect(entries.map(([, check]) => check.requirement)).toEqual(entries.map(([id]) => id));
    expect(entries.map(([id]) => id)).toEqual(requirementIds);
  });

  test.each(entries.flatMap(([, check]) => (check.kind === 'passive' ? [check] : [])))(
    '$requirement is fed by checks with requests of their own',
    ({ dependsOn }) => {
      expect(dependsOn.length).toBeGreaterThan(0);
      expect(new Set(dependsOn).size).toBe(dependsOn.length);
      for (const id of dependsOn) expect(byId[id]?.kind, id).toBe('active');
    },
  );
});
