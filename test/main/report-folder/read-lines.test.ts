import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesIn, type TextLines } from '../../../evidence/transcript/text.ts';
import { openLines } from '../../../main/report-folder/read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'lines');

const read = (text: TextLines) => [...text.each()].map(({ text: line, isRest }) => [line, isRest]);
const mebibyte = 1024 * 1024;

test.each([
  ['nothing', ''],
  ['one line', 'a\n'],
  ['a rest', 'a\nb'],
  ['empty lines', '\n\na\n\n'],
  ['lines longer than are read at a time', `${'x'.repeat(40_000)}\nb\n${'中'.repeat(300_000)}\n`],
  ['a line that ends where a piece does', `${'x'.repeat(32 * 1024 - 1)}\nb\n${'y'.repeat(32 * 1024)}\nc`],
  ['a byte order mark', '\uFEFFa\nb\n'],
])('a file and a text of %s have the same lines, in order and at their places', (_, text) => {
  writeFileSync(file, text);
  const lines = openLines('the file', file, 2 * mebibyte);
  expect(read(lines)).toEqual(read(linesIn(text)));
  for (const { text: line, place } of [...lines.each()].reverse()) expect(lines.at(place)).toBe(line);
  lines.close();
});

test.each([
  ['a file that is too long', 'x'.repeat(2_000), 1_000, /has 2000 bytes, more than the 1000 allowed/],
  ['a line that is too long', 'x'.repeat(40 * mebibyte), 64 * mebibyte, /a line has more than/],
  ['what is no UTF-8', Buffer.from([0x61, 0xff, 0x0a]), 1_000, /is not UTF-8/],
])('%s is refused', (_, content, limit, reason) => {
  writeFileSync(file, content);
  const lines = openLines('the file', file, limit);
  expect(() => read(lines)).toThrow(reason);
  lines.close();
});

test('a folder and a file that is not there are refused', () => {
  expect(() => openLines('the file', join(folder, 'none'), 10)).toThrow(/there is no such file/);
  const lines = openLines('the file', folder, 10);
  expect(() => read(lines)).toThrow(/it is a folder/);
  lines.close();
});
