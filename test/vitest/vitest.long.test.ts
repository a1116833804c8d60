import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
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

/** The vendor's folder with the package and vitest in it. */
function vendor(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-vendor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(packageRoot(), 'test', 'packed', 'vendor'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(packageRoot(), join(folder, 'node_modules', 'evs-conformance'));
  symlinkSync(join(modules, 'vitest'), join(folder, 'node_modules', 'vitest'));
  return folder;
}

async function tests(folder: string, ...flags: readonly string[]) {
  const file = join(folder, 'told.json');
  const vitest = [join(modules, 'vitest', 'vitest.mjs'), 'run', '--reporter=json', `--outputFile=${file}`, ...flags];
  // what a CI says of this run is nothing to that one, nor is a target of ours
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|EVS_|CI$)/.test(name)));
  const { code } = await execute(process.execPath, vitest, { cwd: folder, env }).then(
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
  expect(message).toMatch(/\nagain: seed 1, path /);
  const passed = told.filter(({ status }) => status === 'passed').map(({ title }) => title);
  expect(passed).toContain('a test of their own');
  expect(new Set(told.map(({ ancestorTitles }) => ancestorTitles[0]))).toEqual(
    new Set(['extend-volume on an app of this process', undefined]),
  );
  const report = JSON.parse(readFileSync(join(folder, 'conformance-report', 'report.json'), 'utf8'));
  expect(report).toMatchObject({ verdict: 'non-conformant', seed: 1, ledger: { left: [] } });
});

test('what is filtered away is not run, and the report says so', async () => {
  const folder = vendor();
  const { code, told } = await tests(folder, '-t', 'size\\.greater');
  expect(code).toBe(0);
  expect(told.filter(({ status }) => status === 'passed')).toHaveLength(2);
  const report = JSON.parse(readFileSync(join(folder, 'conformance-report', 'report.json'), 'utf8'));
  expect(report.verdict).toBe('incomplete');
  expect(report.summary.pass).toBe(1);
});
