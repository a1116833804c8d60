import { readFileSync } from 'node:fs';
import type { MutationLedger } from './ledger.ts';

/**
 * Why a mutant survives: `equivalent`: no test could tell; `cost`: only time or traffic differ; `words`: only a message
 * differs; `open`: a gap.
 */
export type SurvivalReason = 'equivalent' | 'cost' | 'words' | 'open';

/** File → edit → reason for its survival, written by hand. */
export type Explanations = Readonly<Record<string, Readonly<Record<string, readonly [SurvivalReason, string]>>>>;

export function readExplanations(file: string): Explanations {
  return JSON.parse(readFileSync(file, 'utf8')) as Explanations;
}

/** Explanations of mutants that do not survive, or no longer exist, and survivors without an explanation. */
export function unsettled(ledger: MutationLedger, explanations: Explanations): readonly string[] {
  const survives = (file: string, key: string): boolean =>
    ledger.files[file]?.survived.some((one) => one.key === key) ?? false;
  const stale = Object.entries(explanations).flatMap(([file, edits]) =>
    Object.keys(edits)
      .filter((key) => !survives(file, key))
      .map((key) => `stale explanation: ${file}: ${key}`),
  );
  const missing = Object.entries(ledger.files).flatMap(([file, { survived }]) =>
    survived
      .filter(({ key }) => explanations[file]?.[key] === undefined)
      .map(({ line, key }) => `not explained: ${file}:${line}: ${key}`),
  );
  return [...stale, ...missing];
}
