import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from './fake-io.ts';

test('--quiet prints the headline, which names the reference backend, and where the reports are', async () => {
  const report = mkdtempSync(join(tmpdir(), 'evs-quiet-'));
  onTestFinished(() => rmSync(report, { recursive: true }));
  const only = ['--only', 'size.over-maximum', '--runs', '3', '--seed', '1'];
  const { code, out, err } = await run(['run', '--quiet', '--report', report, ...only]);
  expect({ code, err }).toEqual({ code: 2, err: '' });
  const [headline, files, ...more] = out.trimEnd().split('\n');
  expect(headline).toMatch(
    /^incomplete \(the reference backend, --only: 1 selected, not judged\): \d+ of \d+ evaluated.*; size\.over-maximum: budget: /,
  );
  expect(files).toContain(join(report, 'report.json'));
  expect(more).toEqual([]);
});
