import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'evs-conformance';

let root: string | undefined;

/**
 * The folder of this package, for its sources and for the compiled files alike.
 *
 * @throws Error if this file stands outside the package
 */
export function packageRoot(): string {
  root ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return root;
}

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && nameIn(file) === PACKAGE) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json of ${PACKAGE} above ${start}; install it again`);
  }
}

function nameIn(file: string): unknown {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined;
}
