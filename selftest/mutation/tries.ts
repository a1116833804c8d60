import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Copies, tsc } from './copies.ts';
import type { Crew } from './crew.ts';
import { applied, type Mutant } from './mutants.ts';

const run = promisify(execFile);

/** Tries mutants by tests, one in each copy; returns which of them the tests kill, and which never end. */
export async function tryAll(
  mutants: readonly Mutant[],
  tests: readonly string[],
  limitMs: number,
  { copies, crew, told }: MutationBench,
): Promise<void> {
  for (let at = 0; at < mutants.length; at += copies.names.length) {
    const batch = mutants.slice(at, at + copies.names.length);
    const failed = await tryBatch(batch, tests, limitMs * 2, copies, crew);
    if (failed !== undefined) told(batch.map((mutant) => ({ mutant, killed: failed.has(mutant) })));
    // one of them does not end, or ends the process: each is tried alone
    else
      for (const mutant of batch) {
        const alone = await tryBatch([mutant], tests, limitMs, copies, crew);
        told([{ mutant, killed: alone === undefined ? 'never ends' : alone.has(mutant) }]);
      }
  }
}

/** The equipment for trying mutants. */
export interface MutationBench {
  readonly copies: Copies;
  readonly crew: Crew;
  readonly told: (tried: readonly { readonly mutant: Mutant; readonly killed: boolean | 'never ends' }[]) => void;
}

/** The mutants by which a test fails; undefined if the tests do not end in time. */
async function tryBatch(
  batch: readonly Mutant[],
  tests: readonly string[],
  limitMs: number,
  { top, names }: Copies,
  crew: Crew,
): Promise<ReadonlySet<Mutant> | undefined> {
  const placed = batch.map((mutant, at) => {
    const copy = names[at] ?? '';
    const source = join(top, copy, mutant.file);
    return { mutant, copy, source, compiled: source.replace(/\.ts$/, '.js') };
  });
  const files = placed.flatMap(({ source, compiled }) => [source, compiled]);
  const before = files.map((file) => readFileSync(file, 'utf8'));
  try {
    for (const { source, mutant } of placed) writeFileSync(source, applied(readFileSync(source, 'utf8'), mutant));
    await compile(
      placed.map(({ source }) => source),
      top,
    );
    const failed = await crew.ask({ copies: placed.map(({ copy }) => copy), tests }, limitMs);
    return failed && new Set(placed.filter(({ copy }) => Object.hasOwn(failed, copy)).map(({ mutant }) => mutant));
  } finally {
    for (const [at, file] of files.entries()) writeFileSync(file, before[at] ?? '');
  }
}

/** Removes the types from these files alone, and checks nothing, which takes a tenth of a second. */
async function compile(files: readonly string[], top: string): Promise<void> {
  const options = ['--noCheck', '--noResolve', '--types', '', '--target', 'es2023', '--module', 'nodenext'];
  const output = ['--verbatimModuleSyntax', '--rewriteRelativeImportExtensions', '--rootDir', top, '--outDir', top];
  await run(tsc(top), [...options, ...output, ...files], { cwd: top });
}

/** Whether the mutant compiles: one that does not need not be found by a test. */
export async function compiles(mutant: Mutant, { top, names }: Copies): Promise<boolean> {
  const folder = join(top, names[0] ?? '');
  const path = join(folder, mutant.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, applied(source, mutant));
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', join(top, 'types.tsbuildinfo')];
  try {
    await run(tsc(top), options, { cwd: folder });
    return true;
  } catch {
    return false;
  } finally {
    writeFileSync(path, source);
  }
}
