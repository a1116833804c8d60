import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const left = new Set(['node_modules', 'dist', 'conformance-report', 'coverage', '.git']);

/** Compiled copies of the project below one temporary folder, so that the checkout is never changed. */
export interface Copies {
  readonly top: string;
  /** Folders below `top`. */
  readonly names: readonly string[];
  readonly remove: () => void;
}

/** Makes this many copies; each has the compiled files next to their sources, tests included. */
export function makeCopies(project: string, count: number): Copies {
  const top = mkdtempSync(join(tmpdir(), 'evs-mutation-'));
  const names = Array.from({ length: count }, (_, at) => `copy${at}`);
  const [first = 'copy0', ...others] = names;
  symlinkSync(join(project, 'node_modules'), join(top, 'node_modules'));
  writeFileSync(join(top, 'package.json'), '{"type":"module"}\n');
  mkdirSync(join(top, first));
  cpSync(project, join(top, first), {
    recursive: true,
    filter: (path) =>
      !path
        .slice(project.length)
        .split(/[\\/]/)
        .some((part) => left.has(part)),
  });
  symlinkSync(join(project, 'node_modules'), join(top, first, 'node_modules'));
  const compiled = {
    extends: './tsconfig.json',
    compilerOptions: { noEmit: false, noCheck: true, outDir: '.', rootDir: '.' },
    exclude: ['node_modules'],
  };
  writeFileSync(join(top, first, 'tsconfig.copy.json'), JSON.stringify(compiled));
  execFileSync(tsc(top), ['-p', join(top, first, 'tsconfig.copy.json')]);
  for (const name of others) cpSync(join(top, first), join(top, name), { recursive: true, verbatimSymlinks: true });
  return { top, names, remove: () => rmSync(top, { recursive: true, force: true }) };
}

/** The path of the compiler. */
export const tsc = (top: string): string => join(top, 'node_modules', '.bin', 'tsc');
