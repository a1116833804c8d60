import { createHash } from 'node:crypto';
import type { Mutant } from './mutants.ts';

/** The possible ends of a mutant, in the order of the tries; `survived`: nothing killed it. */
export const fates = ['unit tests', 'time limit', 'certifications', 'faults', 'types', 'survived'] as const;
export type Fate = (typeof fates)[number];

/**
 * The results for the mutants of one file; committed, so that a run over some files keeps the results of the others.
 */
export interface MutationEntry {
  /** The hash of the source from which the mutants were made. */
  readonly sha256: string;
  /** The number of mutants; not all of them are tried. */
  readonly mutants: number;
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
  readonly survived: readonly { readonly line: number; readonly key: string }[];
  /** Mutants that only faults of `npm run selftest` kill: `.ci/run` does not see them. */
  readonly late: readonly { readonly line: number; readonly key: string }[];
}

export interface MutationLedger {
  readonly files: Readonly<Record<string, MutationEntry>>;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The entry of a file for these mutants. */
export function entryOf(text: string, mutants: number, tried: ReadonlyMap<Mutant, Fate>): MutationEntry {
  const counts: Partial<Record<Fate, number>> = {};
  for (const fate of tried.values()) counts[fate] = (counts[fate] ?? 0) + 1;
  const of = (fate: Fate) => [...tried].filter(([, one]) => one === fate).map(([{ line, key }]) => ({ line, key }));
  return { sha256: sha256(text), mutants, fates: counts, survived: of('survived'), late: of('faults') };
}

/** The entry of a file after another try of its survivors. */
export function retried(before: MutationEntry, again: MutationEntry): MutationEntry {
  const counts: Partial<Record<Fate, number>> = { ...before.fates, survived: 0, faults: 0 };
  for (const fate of fates) counts[fate] = (counts[fate] ?? 0) + (again.fates[fate] ?? 0);
  return { ...again, fates: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
}
