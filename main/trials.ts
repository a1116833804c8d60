import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../spec/root.ts';
import { packageVersion } from './version.ts';

/** Where it is committed what the matrix of trials says that a run or `explain` tells: `selftest/trials.ts` writes it. */
const trialsFile = join(packageRoot(), 'selftest', 'trials.json');

/** The trials on the faults that one requirement has to find. */
export interface FaultTrials {
  readonly faults: readonly string[];
  /** In all, over these faults. */
  readonly trials: number;
  /** Trials in which the requirement failed, as it had to. */
  readonly failed: number;
}

/** The part of `selftest/matrix.json` in the package: the whole file is too large. */
export interface PublishedTrials {
  readonly format: 1;
  /** sha256 of the matrix. */
  readonly matrix: string;
  readonly suite: { readonly version: string };
  readonly contracts: readonly {
    readonly id: string;
    readonly sha256: string;
    /** By requirement; those that own no fault are left away. */
    readonly requirements: Readonly<Record<string, FaultTrials>>;
  }[];
}

/** The matrix's digest, and the trials by this contract; undefined where it was made with another version of the suite or for another contract. */
function trialsOf(contractSha256: string) {
  if (!existsSync(trialsFile)) return undefined;
  const { suite, matrix, contracts } = JSON.parse(readFileSync(trialsFile, 'utf8')) as PublishedTrials;
  const contract = contracts.find(({ sha256 }) => sha256 === contractSha256);
  if (contract === undefined || suite.version !== packageVersion()) return undefined;
  return { matrix, requirements: contract.requirements };
}

/**
 * The sha256 of the matrix that a report on this contract rests on; undefined where it was made with another version of
 * the suite or for another contract, and so says nothing here.
 */
export function trialsDigest(contractSha256: string): string | undefined {
  return trialsOf(contractSha256)?.matrix;
}

/** The matrix's data of a requirement; undefined if there are none of this version by this contract. */
export function faultTrials(id: string, contractSha256: string): FaultTrials | undefined {
  const found = trialsOf(contractSha256);
  return found && (found.requirements[id] ?? { faults: [], trials: 0, failed: 0 });
}
