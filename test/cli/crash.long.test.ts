import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';

/** A copy of what was compiled, in which the function that begins with `head` throws; run as a process of its own. */
async function runWith(file: string, head: string, { onTestFinished }: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'evs-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['dist', 'package.json', 'spec', 'schemas']) {
    cpSync(join(packageRoot(), part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(packageRoot(), 'node_modules'), join(folder, 'node_modules'));
  const module = join(folder, 'dist', file);
  const code = readFileSync(module, 'utf8');
  expect(code.split(head)).toHaveLength(2);
  writeFileSync(
    module,
    code.replace(head, () => `${head} throw new Error('planted crash');`),
  );
  const args = ['dist/cli/main.js', 'run', '--seed', '1', '--runs', '3', '--extensions', '2'];
  const { status, printed } = await new Promise<{ status: unknown; printed: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, printed: stdout + stderr }),
    );
  });
  const report = join(folder, 'conformance-report', 'report.json');
  return {
    status,
    printed,
    report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined,
  };
}

/** Where it is planted, and whether there can be a report all the same. */
const crashes = [
  ['a judge', 'engine/judge/success.js', 'export function wrongSuccessBody(step, contract) {', true],
  ['an exercise', 'engine/exercises/refusal.js', 'export function refusal(of) {', false],
  ['an exercise under way', 'engine/exercises/either.js', 'async (tested) => {', true],
  ['a generator', 'generators/violate.js', 'function overMaximum(maximum, room) {', true],
  [
    'the drawing of what lies between checks',
    'generators/interactions/cover.js',
    'export function* cover(of, sentAnyway, extent, seed) {',
    true,
  ],
  ['the way volumes are obtained', 'targets/providers/hook.js', 'async obtain(spec, setUp) {', false],
  ['a report', 'reports/junit.js', 'export function junit(result) {', false],
] as const;

test.concurrent.for(crashes)(
  'a crash of ours in %s is never read as a pass',
  async ([, file, head, reported], context) => {
    const { status, printed, report } = await runWith(file, head, context);
    expect(status, printed).toBe(3);
    expect(printed).toContain('planted crash');
    expect(printed).not.toMatch(/^conformant/m);
    expect(report?.verdict).toBe(reported ? 'broken' : undefined);
  },
);

test.concurrent('a crash of ours in giving back is told with every volume that stays', async (context) => {
  const { printed, report } = await runWith('targets/providers/hook.js', 'async giveBack(volume) {', context);
  expect(report.ledger.volumesReturned).toBe(0);
  expect(report.ledger.left).toHaveLength(report.ledger.volumesCreated);
  expect(printed.match(/left behind: .*planted crash/g)).toHaveLength(report.ledger.volumesCreated);
});
