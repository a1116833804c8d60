import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../spec/root.ts';
import { accuracy, results } from './document.ts';
import type { Matrix } from './matrix.ts';
import { trialsText } from './trials.ts';

/** The files that are made from the matrix, by their paths in the project. */
export function pagesOf(matrix: Matrix): ReadonlyMap<string, string> {
  const file = join(packageRoot(), 'selftest', 'mutation.md');
  const mutation = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'Not measured yet.';
  return new Map([
    ['docs/accuracy.md', accuracy(matrix)],
    ['selftest/results.md', results(matrix, mutation)],
    ['selftest/trials.json', trialsText(matrix)],
  ]);
}

/** Writes these files. */
export function writePages(matrix: Matrix): void {
  for (const [path, text] of pagesOf(matrix)) writeFileSync(join(packageRoot(), path), text);
}
