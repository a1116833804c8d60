import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';

test('what package.json names is there', () => {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  const { bin, exports, files } = JSON.parse(text) as {
    readonly bin: Record<string, string>;
    readonly exports: Readonly<Record<'.' | './vitest', Record<string, string>>>;
    readonly files: readonly string[];
  };
  const named = [
    ...Object.values(bin),
    ...Object.values(exports['.']),
    ...Object.values(exports['./vitest']),
    ...files.filter((one) => !one.startsWith('!')),
  ];
  for (const one of named) expect(existsSync(join(packageRoot(), one)), one).toBe(true);
});

test('the licence that package.json names comes along', () => {
  const { license } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { license: string };
  expect(license).toBe('Apache-2.0');
  expect(readFileSync(join(packageRoot(), 'LICENSE'), 'utf8')).toMatch(/^\s+Apache License\n\s+Version 2\.0, /);
});

describe('the schemas', () => {
  const { resolve } = createRequire(join(packageRoot(), 'package.json'));
  const schemaFile = (name: string): string => join(packageRoot(), 'schemas', name);
  const files = readdirSync(join(packageRoot(), 'schemas'));
  /** Kept for one minor version; CHANGELOG.md says so. */
  const oldPaths = [
    'spec/contract.schema.json',
    'evidence/transcript.schema.json',
    'verdicts/report.schema.json',
    'verdicts/index.schema.json',
    'cli/config.schema.json',
    'cli/campaign/campaign.schema.json',
    'cli/baseline.schema.json',
    'cli/volumes.schema.json',
  ];

  test.each(files)('schemas/%s is an export', (file) => {
    expect(resolve(`evs-conformance/schemas/${file}`)).toBe(schemaFile(file));
  });

  test.each(oldPaths)('the old path %s leads to the same file', (path) => {
    const file = path.split('/').at(-1) ?? '';
    expect(resolve(`evs-conformance/${path}`)).toBe(schemaFile(file));
    const changelog = readFileSync(join(packageRoot(), 'CHANGELOG.md'), 'utf8');
    expect(changelog).toContain(`| \`./${path}\` | \`./schemas/${file}\` |`);
  });

  test('nothing else of the package can be reached', () => {
    for (const path of ['spec/load.ts', 'main/library.ts', 'dist/cli/main.js'])
      expect(() => resolve(`evs-conformance/${path}`)).toThrow(/not defined by "exports"/);
  });
});
