import { readFileSync } from 'node:fs';
import { matrixFile } from '../cli/matrix.ts';
import { defaults } from '../cli/settings.ts';
import { packageVersion } from '../cli/version.ts';
import { findContract } from '../spec/load.ts';
import { type Matrix, smallestOf } from './matrix.ts';
import type { Subject } from './subject.ts';
import type { Trial } from './trial.ts';

/** Suite and contract as they are now. */
export function stampNow(): Pick<Matrix, 'suite' | 'contract'> {
  const { contract, sha256 } = findContract(defaults.contract);
  return { suite: { name: 'evs-conformance', version: packageVersion() }, contract: { id: contract.id, sha256 } };
}

/** The matrix as it is committed. Throws where there is none. */
export function committedMatrix(): Matrix {
  return JSON.parse(readFileSync(matrixFile, 'utf8')) as Matrix;
}

/** Why the committed matrix does not speak of the suite as it is; empty where it does. */
export function staleness(matrix: Matrix, subjects: readonly Subject[], trials: readonly Trial[]): readonly string[] {
  const now = stampNow();
  const known = new Set(matrix.subjects.map(({ id }) => id));
  const here = new Set(subjects.map(({ id }) => id));
  return [
    ...(matrix.suite.version === now.suite.version ? [] : [`it is of version ${matrix.suite.version}`]),
    ...(matrix.contract.sha256 === now.contract.sha256 ? [] : ['it is of another contract']),
    ...[...here].filter((id) => !known.has(id)).map((id) => `it does not know ${id}`),
    ...[...known].filter((id) => !here.has(id)).map((id) => `it knows ${id}, which is no more`),
    ...trials.flatMap((trial) => changed(matrix, trial)),
  ];
}

/** A fault is shown by the same smallest request as when the matrix was made. */
function changed({ subjects }: Matrix, trial: Trial): readonly string[] {
  const entry = subjects.find(({ id }) => id === trial.subject);
  const now = entry?.owner == null ? undefined : smallestOf(trial, entry.owner);
  if (now === undefined || entry?.smallest.includes(now)) return [];
  return [`it shows ${trial.subject} by "${entry?.smallest[0] ?? 'nothing'}", and now it is "${now}"`];
}
