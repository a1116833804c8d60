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

/** The file of the committed matrix: this suite's verdicts on servers of known behaviour. */
export const matrixFile = join(packageRoot(), 'selftest', 'matrix.json');

/** The present suite and contracts. */
export function stampNow(): Pick<Matrix, 'suite' | 'contracts'> {
  const ids = new Set([...operations.map(({ id }) => id), ...dialectIds]);
  const contracts = [...ids].map((id) => ({ id, sha256: findContract(id).sha256 }));
  return { suite: { name: 'evs-conformance', version: packageVersion() }, contracts };
}

/** The committed matrix. Throws if there is none. */
export function committedMatrix(): Matrix {
  return JSON.parse(readFileSync(matrixFile, 'utf8')) as Matrix;
}

/** The result of a comparison with the committed matrix. */
export interface Staleness {
  /** The reasons why the matrix does not apply to the present suite; empty if it does. */
  readonly reasons: readonly string[];
  /** Faults that showed by a smallest request that is not in the matrix. */
  readonly drifted: readonly string[];
}

/**
 * Compares the committed matrix with the present suite. Some servers depend on the moment, so a few faults may show by
 * another request each time; if many do, the matrix was made by another suite.
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

/** The share of faults that may show by another request than in the matrix: the order of answers alone makes it a tenth. */
const tolerated = 0.2;

/** The difference if a fault shows by none of the smallest requests of the matrix; empty otherwise. */
function changed({ subjects }: Matrix, trial: Trial): readonly string[] {
  const entry = subjects.find(({ id }) => id === trial.subject);
  const now = entry?.owner == null ? undefined : smallestOf(trial, entry.owner);
  if (now === undefined || entry?.smallest.includes(now)) return [];
  return [`${trial.subject} showed by "${entry?.smallest[0] ?? 'nothing'}", and now by "${now}"`];
}
