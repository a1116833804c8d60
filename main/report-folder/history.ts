import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reports } from '../../reports/index.ts';
import type { EarlierRun } from '../../verdicts/trend.ts';
import { UsageError } from '../settings/usage.ts';
import { readJson, reasonOf } from './read.ts';

/** Most folders that are looked into; the last by name, which is mostly a date or a number. */
const mostFolders = 1000;

/**
 * The reports in a folder and up to two folders below it, where runs of many have theirs, of any version: a trend needs
 * little of them. What is no report is passed over, for there may be other things beside them.
 *
 * @throws UsageError where the folder cannot be read
 */
export function readHistory(folder: string): readonly EarlierRun[] {
  const below = foldersIn(folder).slice(-mostFolders);
  const all = below.flatMap((one) => [one, ...foldersBelow(one)]).slice(-mostFolders);
  return [folder, ...all].flatMap((one) => earlierRun(join(one, reports.json.file)) ?? []);
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((one) => one.isDirectory())
      .map(({ name }) => join(folder, name))
      .toSorted();
  } catch (error) {
    throw new UsageError(`cannot read the folder of --history ${folder}: ${reasonOf(error)}`, { cause: error });
  }
}

/** None in one that may not be read. */
function foldersBelow(folder: string): readonly string[] {
  try {
    return foldersIn(folder);
  } catch {
    return [];
  }
}

function earlierRun(file: string): EarlierRun | undefined {
  let found: unknown;
  try {
    found = readJson('the report', file, 64 * 1024 * 1024);
  } catch {
    return undefined;
  }
  return isReport(found)
    ? { contract: found.contract.id, target: found.target, startedAt: found.startedAt, rows: found.requirements }
    : undefined;
}

interface ReportOfOld extends Omit<EarlierRun, 'contract' | 'rows'> {
  readonly contract: { readonly id: string };
  readonly requirements: EarlierRun['rows'];
}

/** Whether it has what a trend needs, whichever version wrote it. */
function isReport(value: unknown): value is ReportOfOld {
  if (!isObject(value)) return false;
  const { contract, target, startedAt, requirements } = value;
  if (!isObject(contract) || typeof contract.id !== 'string') return false;
  if (!isObject(target) || typeof target.url !== 'string' || !('project' in target)) return false;
  // compared as text, which is the order of time in this form alone
  if (typeof startedAt !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(startedAt)) return false;
  return Array.isArray(requirements) && requirements.every((row) => isObject(row) && typeof row.id === 'string');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
