import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../spec/root.ts';
import { packageVersion } from './version.ts';

/** Where the matrix is committed: what this suite said of servers of which it is known what they do. */
export const trialsFile = join(packageRoot(), 'selftest', 'matrix.json');

/** What is read of the matrix here; `selftest/matrix.ts` writes it. */
interface PublishedTrials {
  readonly suite: { readonly version: string };
  readonly contracts: readonly { readonly id: string; readonly sha256: string }[];
  readonly subjects: readonly {
    readonly id: string;
    readonly kind: string;
    readonly operation: string;
    /** Absent: the one with the operation's id. */
    readonly contract?: string;
    readonly owner: string | null;
    readonly trials: number;
    readonly verdicts: Readonly<Record<string, { readonly fail?: number } | undefined>>;
  }[];
}

/** The matrix's bytes, and its subjects that were tried by this contract; undefined where it was made with another version of the suite or for another contract. */
function trialsOf(contractSha256: string) {
  if (!existsSync(trialsFile)) return undefined;
  const bytes = readFileSync(trialsFile);
  const matrix = JSON.parse(bytes.toString('utf8')) as PublishedTrials;
  const contract = matrix.contracts.find(({ sha256 }) => sha256 === contractSha256);
  if (contract === undefined || matrix.suite.version !== packageVersion()) return undefined;
  return { bytes, subjects: matrix.subjects.filter(({ operation, contract: by = operation }) => by === contract.id) };
}

/**
 * The sha256 of the matrix that a report on this contract rests on; undefined where it was made with another version of
 * the suite or for another contract, and so says nothing here.
 */
export function trialsDigest(contractSha256: string): string | undefined {
  const found = trialsOf(contractSha256);
  return found && createHash('sha256').update(found.bytes).digest('hex');
}

/** The trials on the faults that one requirement has to find. */
export interface FaultTrials {
  readonly faults: readonly string[];
  /** In all, over these faults. */
  readonly trials: number;
  /** Trials in which the requirement failed, as it had to. */
  readonly failed: number;
}

/** What the matrix says of a requirement; undefined where there is none of this version by this contract. */
export function faultTrials(id: string, contractSha256: string): FaultTrials | undefined {
  const subjects = trialsOf(contractSha256)?.subjects;
  if (subjects === undefined) return undefined;
  const own = subjects.filter(({ kind, owner }) => kind === 'fault' && owner === id);
  const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
  return {
    faults: own.map((subject) => subject.id),
    trials: sum(own.map(({ trials }) => trials)),
    failed: sum(own.map(({ verdicts }) => verdicts[id]?.fail ?? 0)),
  };
}
