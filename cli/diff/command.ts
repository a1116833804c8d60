import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotWrite, makeFolder } from '../../main/report-folder/files.ts';
import { reasonOf } from '../../main/report-folder/read.ts';
import { type ReadReport, readReportFile } from '../../main/report-folder/read-report.ts';
import type { diffOptions } from '../../main/settings/command-options.ts';
import type { Values } from '../../main/settings/option.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { reports } from '../../reports/index.ts';
import { shown } from '../../reports/text.ts';
import { type HeldRows, heldRows } from '../../spec/diff/report.ts';
import type { Io } from '../io.ts';
import { changesVerdicts, compareSides, type SideComparison } from './compared.ts';
import { diffJson } from './json.ts';
import { readSide } from './side.ts';
import { foldersText, heldText, pairText } from './text.ts';

/**
 * Reports the changes from one contract to another: exit 0 if no verdict can change, 1 if one can, 3 if a page of a
 * folder cannot be read and nothing else differs.
 *
 * @throws UsageError, ContractError, DeriveError, FolderError, CannotWrite
 */
export function diffCommand(names: readonly string[], values: Values<typeof diffOptions>, io: Io): number {
  const [first, second, ...others] = names;
  if (first === undefined || second === undefined || others.length > 0) {
    throw new UsageError(
      `diff takes two contracts, pages or folders, and ${names.length} were given: evs-conformance diff A B`,
    );
  }
  const report = values.report === undefined ? undefined : readReportFile(fileOf(values.report));
  const id = report?.digest.contract.id;
  const sides = [readSide(first, id), readSide(second, id)] as const;
  const comparison = compareSides(...sides);
  const held = report === undefined ? undefined : heldBy(report, values.report ?? '', comparison);
  if (values.json !== undefined) write(values.json, diffJson(comparison, held));
  const isOfFolders = sides.every(({ isFolder }) => isFolder);
  io.out(isOfFolders ? foldersText(comparison) : comparison.pairs.map(pairText).join('\n'));
  if (held !== undefined) io.out(heldText(held));
  const refused = sides.flatMap((side) => side.refused);
  for (const message of refused) io.err(`not compared: ${shown(message, 500)}\n`);
  if (changesVerdicts(comparison)) return 1;
  return refused.length > 0 ? 3 : 0;
}

function fileOf(report: string): string {
  return existsSync(report) && statSync(report).isDirectory() ? join(report, reports.json.file) : report;
}

/** The rows of a report whose run was by the very contract of the first side; any other report is refused. */
function heldBy(
  { digest, rows }: ReadReport,
  file: string,
  { pairs }: SideComparison,
): HeldRows<ReadReport['rows'][number]> {
  const { id, sha256 } = digest.contract;
  const pair = pairs.find(({ before }) => before.sha256 === sha256);
  if (pair === undefined) {
    const given = pairs.map(({ before }) => `${shown(before.name)} is ${before.sha256.slice(0, 12)}`).slice(0, 3);
    throw new UsageError(
      `the report ${shown(file)} is by another contract, ${shown(id)} ${sha256.slice(0, 12)} (${given.join(', ')}): name that one first`,
    );
  }
  return heldRows(rows, pair.changes);
}

function write(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text);
  } catch (error) {
    throw new CannotWrite(`cannot write ${shown(file)}: ${reasonOf(error)}`, { cause: error });
  }
}
