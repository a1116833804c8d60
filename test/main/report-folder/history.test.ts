import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeReports } from '../../../main/report-folder/files.ts';
import { readHistory } from '../../../main/report-folder/history.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import { result, samples } from '../../reports/sample.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'evs-history-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('reads the reports in a folder and up to two below it, and passes over all else', () => {
  const root = folder();
  writeReports(join(root, '1'), result({ startedAt: '2025-01-01T00:00:00.000Z' }));
  writeReports(join(root, '2', 'of-many'), samples['non-conformant']);
  for (const [name, text] of Object.entries({ a: 'no JSON', b: '{}', c: '{"contract":{"id":1}}', d: '[]' })) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'report.json'), text);
  }
  mkdirSync(join(root, 'empty'));
  const found = readHistory(root);
  expect(found.map(({ startedAt }) => startedAt)).toEqual(['2025-01-01T00:00:00.000Z', '2026-01-02T03:04:05.678Z']);
  expect(found[1]?.rows.find(({ id }) => id === 'size.over-maximum')?.verdict).toBe('fail');
});

test('a folder that is not there is a mistake of whoever named it', () => {
  expect(() => readHistory(join(folder(), 'none'))).toThrow(UsageError);
});
