import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attestationFile } from '../../evidence/attestation/folder.ts';
import { type ReportOptions, reports } from '../../reports/index.ts';
import type { Result } from '../../verdicts/result.ts';

/** The data of earlier reports in a report: no transcript has it, and the report follows from both. */
export const trendFile = 'trend.json';

/** A report could not be written: exit 3, because a verdict that nobody can read is none. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}

/** Writes a file beside its place and moves it there, so that a reader sees the old one or the new one, never half. */
export function writeFile(file: string, text: string): void {
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    makeFolder(dirname(file));
    writeFileSync(aside, text, { flag: 'wx' });
    renameSync(aside, file);
  } catch (error) {
    throw cannotWrite(file, aside, error);
  }
}

/** Copies a file in the same way, whatever its length. */
export function copyFile(from: string, to: string): void {
  const aside = `${to}.${randomUUID()}.tmp`;
  try {
    makeFolder(dirname(to));
    copyFileSync(from, aside, constants.COPYFILE_EXCL);
    renameSync(aside, to);
  } catch (error) {
    throw cannotWrite(to, aside, error);
  }
}

function cannotWrite(file: string, aside: string, cause: unknown): CannotWrite {
  discard(aside);
  return new CannotWrite(`cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

/** Makes a folder and those above it, one by one: the recursive call of Node never comes back where one cannot be made in /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  }
}

/** A file that could not be written may not be removable either; the first error is the one to report. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

/**
 * Removes the reports of an earlier run, and what was signed of them, lest they be taken for those of one that could not
 * start; transcript and ledger stay.
 */
export function clearReports(folder: string): void {
  const files = [...Object.values(reports).map(({ file }) => file), attestationFile, trendFile];
  for (const file of files) rmSync(join(folder, file), { force: true });
}

/** Writes every format to the report folder, none where one of them cannot be made; answers the files. */
export function writeReports(folder: string, result: Result, options: ReportOptions = {}): readonly string[] {
  const rendered = Object.values(reports).map(
    ({ file, render }) => [join(folder, file), render(result, options)] as const,
  );
  for (const [path, text] of rendered) writeFile(path, text);
  return rendered.map(([path]) => path);
}
