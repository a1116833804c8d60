import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FailingSince, Trend } from '../../verdicts/trend.ts';
import { UsageError } from '../settings/usage.ts';
import { trendFile, writeFile } from './files.ts';
import { readJson } from './read.ts';

/** Where a report keeps what earlier reports say. */
export const trendIn = (folder: string): string => join(folder, trendFile);

/** Ids and dates. */
const maxBytes = 1024 * 1024;

/** Writes since when rows fail. Throws `CannotWrite`. */
export function writeTrend(folder: string, since: FailingSince): void {
  writeFile(trendIn(folder), `${JSON.stringify(Object.fromEntries(since), null, 2)}\n`);
}

/**
 * Since when rows fail, as the run has said; undefined where it was told of no earlier reports.
 *
 * @throws UsageError where the file is none that a run writes
 */
export function readTrend(folder: string): FailingSince | undefined {
  const file = trendIn(folder);
  if (!existsSync(file)) return undefined;
  const found = readJson('the trend', file, maxBytes);
  const all = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  if (!all.every((one): one is [string, Trend] => isTrend(one[1])))
    throw new UsageError(`${file} does not say since when rows fail: it was not written by a run`);
  return new Map(all);
}

function isTrend(found: unknown): found is Trend {
  const { first, runs, passed } = (found ?? {}) as Partial<Record<keyof Trend, unknown>>;
  return typeof first === 'string' && Number.isSafeInteger(runs) && (passed === null || typeof passed === 'string');
}
