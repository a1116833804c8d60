import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../spec/root.ts';
import { packageVersion } from './version.ts';

/** Where the matrix is committed: what this suite said of servers of which it is known what they do. */
export const matrixFile = join(packageRoot(), 'trust', 'matrix.json');

/**
 * The sha256 of the matrix that a report on this contract rests on; undefined where it was made with another version of
 * the suite or for another contract, and so says nothing here.
 */
export function matrixDigest(contractSha256: string): string | undefined {
  if (!existsSync(matrixFile)) return undefined;
  const bytes = readFileSync(matrixFile);
  const { suite, contract } = JSON.parse(bytes.toString('utf8')) as {
    readonly suite: { readonly version: string };
    readonly contract: { readonly sha256: string };
  };
  if (suite.version !== packageVersion() || contract.sha256 !== contractSha256) return undefined;
  return createHash('sha256').update(bytes).digest('hex');
}
