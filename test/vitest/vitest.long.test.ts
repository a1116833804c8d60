import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';

const execute = promisify(execFile);
const modules = join(packageRoot(), 'node_modules');

/** One test of vitest's JSON report. */
interface ToldTest {
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly status: string;
  readonly failureMessages: readonly string[];
}

const example = join(packageRoot(), 'examples', 'vitest');

/** A vendor's folder, with the package and vitest in it. */
function installed(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-vendor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(source, folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(packageRoot(), join(folder, 'node_modules', 'evs-conformance'));
  symlinkSync(join(modules, 'vitest'), join(folder, 'node_modules', 'vitest'));
  return folder;
}

/** The one whose service accepts more than it should, with the service of the example. */
function vendor(): string {
  const folder = installed(join(packageRoot(), 'test', 'packed', 'vendor'));
  cpSync(join(example, 'service.mjs'), join(folder, 'service.mjs'));
  return folder;
}

async function tests(folder: string, flags: readonly string[] = [], own: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'told.json');
  const vitest = [join(modules, 'vitest', 'vitest.mjs'), 'run', '--reporter=json', `--outputFile=${file}`, ...flags];
  // what a CI says of this run is nothing to that one, nor is a target of ours
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|EVS_|CI$)/.test(name)));
  const { code } = await execute(process.execPath, vitest, { cwd: folder, env: { ...env, ...own } }).then(
    () => ({ code: 0 }),
    (error: { readonly code: unknown }) => ({ code: error.code }),
  );
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly testResults: readonly { readonly assertionResults: readonly ToldTest[] }[];
  };
  return { code, told: testResults.flatMap(({ assertionResults }) => assertionResults) };
}

test('a vendor’s own run has one test of each requirement, and the one that fails says how to see it again', async () => {
  const folder = vendor();
  const { code, told } = await tests(folder);
  expect(code).toBe(1);
  const failed = told.filter(({ status }) => status === 'failed');
  expect(failed.map(({ title }) => title)).toEqual([
    'MUST refuse a size above the documented maximum [size.over-maximum]',
  ]);
  const message = failed[0]?.failureMessages[0] ?? '';
  expect(message).toMatch(/answered 200 to new_size 32769 on an available volume of 10 GB, expected a refusal/);
  expect(message).toMatch(/\ncurl: curl .*'http:\/\/127\.0\.0\.1:\d+\/v2\/vendor\/cloudvolumes\//);
  expect(message).toMatch(
    /\nagain: seed 1 draws it again: give the options seed: 1, then npx vitest run -t size\.over-maximum {2}#/,
  );
  const passed = told.filter(({ status }) => status === 'passed').map(({ title }) => title);
  expect(passed).toContain('a test of their own');
  expect(new Set(told.map(({ ancestorTitles }) => ancestorTitles[0]))).toEqual(
    new Set(['extend-volume on an app of this process', undefined]),
  );
  const report = JSON.parse(readFileSync(join(folder, 'conformance-report', 'report.json'), 'utf8'));
  expect(report).toMatchObject({ verdict: 'non-conformant', seed: 1, ledger: { left: [] } });
});

test('a failure is seen again by its seed and its name alone, as its message says', async () => {
  const [whole, part] = [await tests(vendor()), await tests(vendor(), ['-t', 'size.over-maximum'])];
  const seen = ({ told }: typeof whole) =>
    told.filter(({ status }) => status === 'failed').map((one) => one.failureMessages[0]?.split('\n')[0]);
  expect(part.told.filter(({ status }) => status === 'passed')).toHaveLength(1);
  expect(seen(part)).toEqual(seen(whole));
});

test('what is filtered away is not run, and the report says so', async () => {
  const folder = vendor();
  const { code, told } = await tests(folder, ['-t', 'size\\.greater']);
  expect(code).toBe(0);
  expect(told.filter(({ status }) => status === 'passed')).toHaveLength(2);
  const report = JSON.parse(readFileSync(join(folder, 'conformance-report', 'report.json'), 'utf8'));
  expect(report.verdict).toBe('incomplete');
  expect(report.summary.pass).toBe(1);
});

describe('examples/vitest', () => {
  const manifest = JSON.parse(readFileSync(join(example, 'package.json'), 'utf8'));
  const own = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));

  test('asks for this version, and for the versions of vitest that it goes with', () => {
    expect(manifest.devDependencies).toEqual({ 'evs-conformance': `^${own.version}`, ...own.peerDependencies });
  });

  test('passes as it is, with the tests of its own', async () => {
    const { code, told } = await tests(installed(example));
    expect({ code, failed: told.filter(({ status }) => status === 'failed') }).toEqual({ code: 0, failed: [] });
    expect(told.map(({ title }) => title)).toContain('a volume that nobody knows is not found');
  });

  test('fails by one test where the service accepts a GB too many', async () => {
    const { code, told } = await tests(installed(example), [], { MAXIMUM: '32769' });
    const failed = told.filter(({ status }) => status === 'failed').map(({ title }) => title);
    expect({ code, failed }).toEqual({
      code: 1,
      failed: ['MUST refuse a size above the documented maximum [size.over-maximum]'],
    });
  });
});
