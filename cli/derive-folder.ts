import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contractNamesIn } from '../main/contracts.ts';
import { openApiWriter } from '../main/openapi-file.ts';
import { CannotWrite, makeFolder } from '../main/report-folder/files.ts';
import { reasonOf } from '../main/report-folder/read.ts';
import type { deriveOptions } from '../main/settings/command-options.ts';
import type { Values } from '../main/settings/option.ts';
import { UsageError } from '../main/settings/usage.ts';
import { refuseTarget } from '../main/writable.ts';
import { shown } from '../reports/text.ts';
import type { Contract } from '../spec/contract.ts';
import type { Derivation, DeriveOptions, PageText } from '../spec/derive/derive.ts';
import { compareWith } from '../spec/derive/folder/compare.ts';
import { type ContractSink, deriveFolder } from '../spec/derive/folder/folder.ts';
import { provenanceFile } from '../spec/derive/provenance.ts';
import { writeDerivation } from '../spec/derive/write.ts';
import { folderSummary } from './derive-summary.ts';
import type { Io } from './io.ts';

/**
 * Derives every page below a folder and reports the result for each. Writes the contracts as `<id>.json`, or compares
 * them with those of a folder, or neither; writes an OpenAPI document of them all. Returns 3 if a page of an operation
 * has no contract, or if there is no such page; 1 if a comparison finds a difference; otherwise 0.
 *
 * @throws UsageError before anything is written
 * @throws FolderError, OpenApiError, CannotWrite
 */
export function deriveFolderCommand(
  pages: string,
  { check, id, openapi, output, quote }: Values<typeof deriveOptions>,
  io: Io,
  derive: (page: PageText, options: DeriveOptions) => Derivation,
): number {
  if (id !== undefined) throw new UsageError('--id names one contract, but a folder has many: give one page');
  if (check !== undefined && !isFolder(check)) {
    throw new UsageError(
      `${shown(check)} is not a folder: --check compares the pages of a folder with a folder of contracts`,
    );
  }
  if (output !== undefined) refuseTarget(output);
  const writeOpenApi = openapi === undefined ? undefined : openApiWriter(openapi, output);
  const comparison = check === undefined ? undefined : compareWith(check);
  const sink = comparison ?? (output === undefined ? nowhere : into(output));
  const contracts = new Map<string, Contract>();
  const own = writeOpenApi === undefined ? sink : collecting(contracts, sink);
  const found = deriveFolder(pages, (page, one) => derive(page, { id: one, quote }), own);
  io.out(folderSummary(found, check !== undefined));
  if (found.kept.length + found.refused.length === 0) {
    io.err(`evs-conformance: ${shown(pages)} has no page of an operation (.md, .markdown, .rst)\n`);
    return 3;
  }
  if (output !== undefined)
    io.out(`wrote ${found.kept.length} ${found.kept.length === 1 ? 'contract' : 'contracts'} to ${output}\n`);
  if (writeOpenApi !== undefined) io.out(writeOpenApi([...contracts.values()]));
  const differences = check === undefined ? [] : (comparison?.differences(contractNamesIn(check)) ?? []);
  for (const difference of differences) io.out(`${difference}\n`);
  if (check !== undefined && differences.length === 0) io.out(`the contracts of ${check} match ${pages}\n`);
  if (differences.length > 0) return 1;
  return found.refused.length > 0 ? 3 : 0;
}

const nowhere: ContractSink = { keep: () => {}, drop: () => {} };

/** Keeps the contracts in memory as well, because one document is made of them all. */
function collecting(contracts: Map<string, Contract>, { keep, drop }: ContractSink): ContractSink {
  return {
    keep(derivation) {
      contracts.set(derivation.contract.id, derivation.contract);
      keep(derivation);
    },
    drop(page) {
      contracts.delete(page.id);
      drop(page);
    },
  };
}

/** Writes the contracts to a folder, each of them completely or not at all. */
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

function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}
