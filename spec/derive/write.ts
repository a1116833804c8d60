import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Derivation } from './derive.ts';
import { provenanceFile } from './provenance.ts';

/**
 * Writes a contract and its provenance: all files or, if something fails before the last step, none.
 *
 * @throws the file system's errors
 */
export function writeDerivation(derivation: Derivation, file: string): void {
  const files = filesOf(derivation, file).map((each) => ({ ...each, aside: asideOf(each.file) }));
  try {
    for (const { aside, text } of files) writeFileSync(aside, text, { flag: 'wx' });
    for (const each of files) renameSync(each.aside, each.file);
  } finally {
    for (const { aside } of files) rmSync(aside, { force: true });
  }
}

/**
 * Compares the files with the derivation.
 *
 * @returns the first line that differs; undefined if none does
 */
export function checkDerivation(derivation: Derivation, file: string): string | undefined {
  for (const { file: each, text } of filesOf(derivation, file)) {
    const difference = compare(each, text);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function filesOf(
  { text, provenance, provenanceText }: Derivation,
  file: string,
): readonly { file: string; text: string }[] {
  return [
    { file, text },
    { file: provenanceFile(file, provenance.language), text: provenanceText },
  ];
}

/** A temporary file in the same folder, because a rename is atomic only within a file system. */
function asideOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}

function compare(file: string, derived: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return `${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
  if (text === derived) return undefined;
  const has = text.split('\n');
  const wants = derived.split('\n');
  const line = wants.findIndex((each, index) => each !== has[index]);
  const index = line === -1 ? wants.length : line;
  return `${file}:${index + 1}: has ${show(has[index])}, derived ${show(wants[index])}`;
}

function show(line: string | undefined): string {
  return line === undefined ? 'no such line' : JSON.stringify(line.trim().slice(0, 200));
}
