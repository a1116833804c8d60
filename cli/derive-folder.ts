import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contractNamesIn } from '../main/contracts.ts';
import { CannotWrite, makeFolder } from '../main/report-folder/files.ts';
import { reasonOf } from '../main/report-folder/read.ts';
import type { deriveOptions, Values } from '../main/settings/options.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import type { Derivation, DeriveOptions, PageText } from '../spec/derive/derive.ts';
import { compareWith } from '../spec/derive/folder/compare.ts';
import { type ContractSink, deriveFolder } from '../spec/derive/folder/folder.ts';
import { provenanceFile } from '../spec/derive/provenance.ts';
import { writeDerivation } from '../spec/derive/write.ts';
import { folderSummary } from './derive-summary.ts';
import type { Io } from './io.ts';

/**
 * Derives every page below a folder and says what became of each: writes the contracts as `<id>.json`, compares them with
 * those of a folder, or neither. Answers 3 where a page of an operation has no contract, or there is none; 1 where a
 * comparison finds a difference; else 0.
 *
 * @throws UsageError before anything is written
 * @throws FolderError, CannotWrite
 */
export function deriveFolderCommand(
  pages: string,
  { check, id, output, quote }: Values<typeof deriveOptions>,
  io: Io,
  derive: (page: PageText, options: DeriveOptions) => Derivation,
): number {
  if (id !== undefined) throw new UsageError('--id names one contract, and a folder has many: give one page');
  if (check !== undefined && !isFolder(check)) {
    throw new UsageError(
      `${shown(check)} is no folder: --check compares the pages of a folder with a folder of contracts`,
    );
  }
  if (output !== undefined) refuseTarget(output);
  const comparison = check === undefined ? undefined : compareWith(check);
  const sink = comparison ?? (output === undefined ? nowhere : into(output));
  const found = deriveFolder(pages, (page, own) => derive(page, { id: own, quote }), sink);
  io.out(folderSummary(found, check !== undefined));
  if (found.kept.length + found.refused.length === 0) {
    io.err(`evs-conformance: ${shown(pages)} has no page of an operation (.md, .markdown, .rst)\n`);
    return 3;
  }
  if (output !== undefined)
    io.out(`wrote ${found.kept.length} ${found.kept.length === 1 ? 'contract' : 'contracts'} to ${output}\n`);
  const differences = check === undefined ? [] : (comparison?.differences(contractNamesIn(check)) ?? []);
  for (const difference of differences) io.out(`${difference}\n`);
  if (check !== undefined && differences.length === 0) io.out(`the contracts of ${check} are what ${pages} says\n`);
  if (differences.length > 0) return 1;
  return found.refused.length > 0 ? 3 : 0;
}

const nowhere: ContractSink = { keep: () => {}, drop: () => {} };

/** Writes the contracts to a folder, each all or not at all. */
function into(folder: string): ContractSink {
  const fileOf = (id: string): string => join(folder, `${id}.json`);
  const writing = (file: string, write: () => void): void => {
    try {
      makeFolder(folder);
      write();
    } catch (error) {
      throw new CannotWrite(`cannot write ${file}: ${reasonOf(error)}`, { cause: error });
    }
  };
  return {
    keep(derivation) {
      const file = fileOf(derivation.contract.id);
      writing(file, () => writeDerivation(derivation, file));
    },
    drop({ id, language }) {
      const file = fileOf(id);
      writing(file, () => {
        for (const each of [file, provenanceFile(file, language)]) rmSync(each, { force: true });
      });
    },
  };
}

/** Where contracts can never be written is said before the pages are read. */
function refuseTarget(folder: string): void {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!isFolder(nearest)) {
    throw new UsageError(`cannot write to ${shown(folder)}: ${shown(nearest)} is a file; name a folder`);
  }
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UsageError(`cannot write to ${shown(folder)}: ${reasonOf(cause)}`, { cause });
  }
}

function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}
