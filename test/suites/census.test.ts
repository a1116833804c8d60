import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../engine/check.ts';
import { operations } from '../../main/operations.ts';
import { idsIn, registers } from '../../spec/requirements.ts';
import { packageRoot } from '../../spec/root.ts';
import { common as deleting } from '../../suites/delete-volume/family.ts';
import { common as extending } from '../../suites/extend-volume/family.ts';
import { registry } from '../../suites/extend-volume/registry.ts';

const suites = join(packageRoot(), 'suites');
const commonOf: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'extend-volume': extending,
  'delete-volume': deleting,
};

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

test('there is a folder of checks, and a register, for each operation, and none besides', () => {
  const folders = readdirSync(suites, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && one.name !== 'common',
  );
  const ids = operations.map(({ id }) => id).sort();
  expect(folders.map(({ name }) => name).sort()).toEqual(ids);
  expect(Object.keys(registers).sort()).toEqual(ids);
  expect(Object.keys(commonOf).sort()).toEqual(ids);
});

test('the registry of the extension has each check below its own requirement', () => {
  expect(Object.values<Check>(registry).map(({ requirement }) => requirement)).toEqual(Object.keys(registry));
});

describe.each(operations)('the registry of checks of $id', ({ id: folder, checks, register, roles }) => {
  const byId: Readonly<Record<string, Check>> = Object.fromEntries(checks.map((check) => [check.requirement, check]));
  const common = commonOf[folder] ?? {};

  test('has the one check of every file of its folder, named after its requirement', async () => {
    const own = await declared(folder);
    expect(own.length).toBeGreaterThan(0);
    for (const { file, exported } of own) {
      const [check, ...more] = exported as Check[];
      expect(more, file).toEqual([]);
      expect(`${check?.requirement.replace('.', '-')}.ts`).toBe(file);
      expect(byId[check?.requirement ?? ''], file).toBe(check);
    }
  });

  test('has no other check but the common ones, each of which it has', async () => {
    const own = (await declared(folder)).flatMap(({ exported }) => exported);
    const others = checks.filter((check) => !own.includes(check));
    expect(new Set(others)).toEqual(new Set(Object.values(common)));
    const files = (await declared('common')).map(({ file }) => file.replace('.ts', ''));
    expect(
      Object.keys(common)
        .map((name) => name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`))
        .sort(),
    ).toEqual(files.sort());
  });

  test('has one check for each requirement, in the order of the requirements', () => {
    expect(checks.map(({ requirement }) => requirement)).toEqual(idsIn(register));
  });

  test('has every role played by one of its requirements', () => {
    const played = Object.values(roles).filter((id) => id !== undefined);
    for (const id of played) expect(byId[id], id).toBeDefined();
  });

  test.each(checks.flatMap((check) => (check.kind === 'passive' ? [check] : [])))(
    '$requirement is fed by checks with requests of their own',
    ({ dependsOn }) => {
      expect(dependsOn.length).toBeGreaterThan(0);
      expect(new Set(dependsOn).size).toBe(dependsOn.length);
      for (const id of dependsOn) expect(byId[id]?.kind, id).toBe('active');
    },
  );
});
