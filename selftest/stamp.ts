import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dialectIds } from '../backend/dialects/index.ts';
import { operations } from '../main/operations.ts';
import { packageVersion } from '../main/version.ts';
import { findContract } from '../spec/load.ts';
import { packageRoot } from '../spec/root.ts';
import { type Matrix, smallestOf } from './matrix.ts';
import type { TrialSubject } from './subject.ts';
import type { Trial } from './trial.ts';

/** Where the matrix is committed: what this suite said of servers of which it is known what they do. */
export const matrixFile = join(packageRoot(), 'selftest', 'matrix.json');

/** Suite and contracts as they are now. */
export function stampNow(): Pick<Matrix, 'suite' | 'contracts'> {
  const ids = new Set([...operations.map(({ id }) => id), ...dialectIds]);
  const contracts = [...ids].map((id) => ({ id, sha256: findContract(id).sha256 }));
  return { suite: { name: 'evs-conformance', version: packageVersion() }, contracts };
}

/** The matrix as it is committed. Throws where there is none. */
export function committedMatrix(): Matrix {
  return JSON.parse(readFileSync(matrixFile, 'utf8')) as Matrix;
}

/** What a comparison with the committed matrix came to. */
export interface Staleness {
  /** Why the matrix does not speak of the suite as it is; empty where it does. */
  readonly reasons: readonly string[];
  /** Faults that showed by another smallest request than any of the matrix's. */
  readonly drifted: readonly string[];
}

/**
 * Compares the committed matrix with the suite as it is. Some servers answer as the moment has it, so that a few faults may
 * show by another request each time; where many do, the matrix was made by another suite.
 */
export function staleness(matrix: Matrix, subjects: readonly TrialSubject[], trials: readonly Trial[]): Staleness {
  const now = stampNow();
  const known = new Set(matrix.subjects.map(({ id }) => id));
  const here = new Set(subjects.map(({ id }) => id));
  const tried = new Set(trials.map(({ subject }) => subject));
  const drifted = trials.flatMap((trial) => changed(matrix, trial));
  const owned = trials.filter((trial) =>
    matrix.subjects.some(({ id, owner }) => id === trial.subject && owner !== null),
  );
  return {
    reasons: [
      ...(matrix.suite.version === now.suite.version ? [] : [`it is of version ${matrix.suite.version}`]),
      ...(matrix.contracts.every((one) => now.contracts.some((other) => isDeepStrictEqual(one, other)))
        ? []
        : ['it is of other contracts']),
      ...[...tried].filter((id) => !known.has(id)).map((id) => `it does not know ${id}`),
      ...[...known].filter((id) => !here.has(id)).map((id) => `it knows ${id}, which is no more`),
      ...(drifted.length > owned.length * tolerated
        ? [`${drifted.length} of ${owned.length} faults show by another request`]
        : []),
    ],
    drifted,
  };
}

/** The share of faults that may show by another request than in the matrix. */
const tolerated = 0.05;

/** Whether a fault is shown by one of the smallest requests of the matrix; what is different where it is not. */
function changed({ subjects }: Matrix, trial: Trial): readonly string[] {
  const entry = subjects.find(({ id }) => id === trial.subject);
  const now = entry?.owner == null ? undefined : smallestOf(trial, entry.owner);
  if (now === undefined || entry?.smallest.includes(now)) return [];
  return [`${trial.subject} showed by "${entry?.smallest[0] ?? 'nothing'}", and now by "${now}"`];
}
