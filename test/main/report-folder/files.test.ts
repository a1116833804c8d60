import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotWrite, clearReports, writeFile, writeReports } from '../../../main/report-folder/files.ts';
import { lockFolder } from '../../../main/report-folder/lock.ts';
import { reports as formats } from '../../../reports/index.ts';
import { samples } from '../../reports/sample.ts';
import { validateReport } from '../../reports/schema.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evs-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('writes every format, and nothing stays beside them', () => {
  const reports = join(folder, 'deep', 'report');
  lockFolder(reports, 'a test').release();
  expect(readdirSync(reports)).toEqual([]);
  writeReports(reports, samples['non-conformant']);
  expect(readdirSync(reports).sort()).toEqual([
    'ctrf-report.json',
    'junit.xml',
    'report.html',
    'report.json',
    'report.md',
  ]);
  expect(validateReport(JSON.parse(readFileSync(join(reports, 'report.json'), 'utf8')))).toBe(true);
});

test('shows the page in the language that is asked for, and writes everything else in English', () => {
  writeReports(folder, samples.incomplete, { lang: 'zh' });
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('<html lang="zh-CN">');
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).not.toMatch(/\p{Script=Han}/u);
  writeReports(folder, samples.incomplete);
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('<html lang="en">');
});

test('clearing removes the reports of an earlier run, and nothing else', () => {
  for (const name of [...Object.values(formats).map(({ file }) => file), 'attestation.json', 'trend.json', 'mine.txt'])
    writeFileSync(join(folder, name), 'old');
  clearReports(folder);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

test('a folder that cannot be had is a clear error', () => {
  const taken = join(folder, 'taken');
  writeFileSync(taken, 'a file');
  expect(() => lockFolder(taken, 'a test')).toThrow(CannotWrite);
  expect(() => lockFolder(join(taken, 'below'), 'a test')).toThrow(/cannot write to the report folder .*taken/);
  expect(() => writeReports(taken, samples.conformant)).toThrow(/cannot write .*report\.json/);
});

test('a failed write leaves the old file and no litter', () => {
  const place = join(folder, 'file');
  mkdirSync(place);
  writeFileSync(join(place, 'inside'), 'x');
  expect(() => writeFile(place, 'new')).toThrow(CannotWrite);
  expect(existsSync(join(place, 'inside'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['file']);
});
