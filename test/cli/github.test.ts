import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from './fake-io.ts';

test('in GitHub Actions a run writes the summary of its step and annotates failures; elsewhere it does not', async () => {
  const root = mkdtempSync(join(tmpdir(), 'evs-github-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [report, summary] = [join(root, 'report'), join(root, 'summary')];
  const few = ['--only', 'size.over-maximum', '--fault', 'maximum-off-by-one', '--runs', '3', '--seed', '1'];
  const argv = ['run', '--quiet', '--report', report, ...few];
  const there = await run(argv, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
  expect(there).toMatchObject({ code: 1, err: '' });
  expect(there.out).toMatch(/^::error title=size\.over-maximum \(MUST\)::answered 200 to new_size /m);
  expect(readFileSync(summary, 'utf8')).toBe(readFileSync(join(report, 'report.md'), 'utf8'));
  const nowhere = await run(argv, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(root, 'no', 'summary') });
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toMatch(/^evs-conformance: cannot write the summary of the step: /);
  const here = await run(argv, { GITHUB_STEP_SUMMARY: summary });
  expect(here.out).not.toContain('::error');
});
