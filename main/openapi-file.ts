import { existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { shown } from '../reports/text.ts';
import type { Contract } from '../spec/contract.ts';
import { type OpenApiDocument, openApiDocument } from '../spec/openapi/document.ts';
import { writeFile } from './report-folder/files.ts';
import { UsageError } from './settings/usage.ts';
import { packageVersion } from './version.ts';
import { refuseTarget } from './writable.ts';

type Render = (document: OpenApiDocument) => string;

/** How a document is written, by the file's ending. */
const forms: ReadonlyMap<string, Render> = new Map([
  ['.json', json],
  ['.yaml', yaml],
  ['.yml', yaml],
]);

/**
 * Makes sure that an OpenAPI document can be written to a file, before its contracts are derived.
 *
 * @param contracts - file or folder that the contracts themselves are written to
 * @returns writes the document of some contracts, and says so in a line; throws `OpenApiError` and `CannotWrite`
 * @throws UsageError
 */
export function openApiWriter(file: string, contracts?: string): (contracts: readonly Contract[]) => string {
  const render = forms.get(extname(file).toLowerCase());
  if (render === undefined) {
    throw new UsageError(`--openapi takes a file that ends in ${[...forms.keys()].join(', ')}, not ${shown(file)}`);
  }
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new UsageError(`--openapi writes a file, but ${shown(file)} is not one: choose another name`);
  }
  const whole = resolve(file);
  if (contracts !== undefined && [whole, dirname(whole)].includes(resolve(contracts))) {
    throw new UsageError(`${shown(file)} would be among the contracts of -o without being one: write it elsewhere`);
  }
  refuseTarget(dirname(whole));
  return (all) => {
    const document = openApiDocument(all, packageVersion());
    writeFile(file, render(document));
    return `wrote an OpenAPI document of ${all.length} ${all.length === 1 ? 'contract' : 'contracts'} to ${file}\n`;
  };
}

function json(document: OpenApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Without aliases, which not every tool follows, and without folded lines. */
function yaml(document: OpenApiDocument): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}
