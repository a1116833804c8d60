import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const left = new Set(['node_modules', 'dist', 'conformance-report', 'coverage', '.git']);

/** Copies of the project below one temporary folder, so that the checkout is never changed. */
export interface Copies {
  readonly top: string;
  /** Folders below `top`. */
  readonly names: readonly string[];
  readonly remove: () => void;
}

export function makeCopies(project: string, count: number): Copies {
  const top = mkdtempSync(join(tmpdir(), 'evs-mutation-'));
  const names = Array.from({ length: count }, (_, at) => `copy${at}`);
  symlinkSync(join(project, 'node_modules'), join(top, 'node_modules'));
  writeFileSync(join(top, 'package.json'), '{"type":"module"}\n');
  for (const name of names) {
    mkdirSync(join(top, name));
    cpSync(project, join(top, name), {
      recursive: true,
      filter: (path) =>
        !path
          .slice(project.length)
          .split(/[\\/]/)
          .some((part) => left.has(part)),
    });
    symlinkSync(join(project, 'node_modules'), join(top, name, 'node_modules'));
  }
  return { top, names, remove: () => rmSync(top, { recursive: true, force: true }) };
}
