import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
