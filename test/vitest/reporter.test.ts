import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { TestModule } from 'vitest/node';
import type { Baseline } from '../../main/baseline.ts';
import { conformanceReporter } from '../../vitest/reporter.ts';
import { failed, result, rows } from '../reports/sample.ts';

const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
});

/** Reports one run of the vitest face; answers what was printed and the exit code. */
async function report(lang: 'en' | 'zh', baseline?: Baseline) {
  const folder = mkdtempSync(join(tmpdir(), 'evs-reporter-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = {
    result: result({ rows: rows({ 'size.over-maximum': failed }) }),
    folder,
    lang,
    baseline,
    sign: undefined,
  };
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  process.exitCode = undefined;
  const module = { meta: () => ({ run }) } as unknown as TestModule;
  await conformanceReporter().onTestRunEnd?.([module], [], 'passed');
  const printed = written.mock.calls.join('');
  return { printed, exit: process.exitCode, page: readFileSync(join(folder, 'report.html'), 'utf8') };
}

test('the report is in the language that was asked for, and a MUST that fails is an exit code', async () => {
  const { printed, exit, page } = await report('zh');
  expect(page).toContain('<html lang="zh');
  expect(printed).toMatch(/^\nnon-conformant: .*\nreports: .*report\.html/);
  expect(exit).toBe(1);
});

test('a failure that the baseline expects is none, and is told', async () => {
  const entries = [{ id: 'size.over-maximum', reason: 'ticket 7', expires: '2026-12-31' }];
  const { printed, exit, page } = await report('en', { file: '/ci/known.yaml', entries });
  expect(page).toContain('<html lang="en');
  expect(printed).toMatch(/\nexpected up to 2026-12-31: size\.over-maximum: ticket 7\n/);
  expect(exit).toBe(0);
});
