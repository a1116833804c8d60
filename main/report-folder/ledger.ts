import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Outstanding, readLedger } from '../../targets/ledger-lines.ts';
import { readBytes } from './read.ts';

/** Ledgers are short; one of a year of runs is not. */
const maxBytes = 256 * 1024 * 1024;

/** Where a run keeps its ledger. */
export const ledgerIn = (folder: string): string => join(folder, 'ledger.ndjson');

/** The volumes that are out according to the ledger of a report folder. Throws `UsageError` if it cannot be read. */
export function outstandingIn(folder: string): Outstanding {
  const file = ledgerIn(folder);
  return readLedger(existsSync(file) ? readBytes('the ledger', file, maxBytes) : Buffer.alloc(0));
}

/** The end of a command that is no run: a ledger that it began is removed, if nothing is out. Answers how much is out. */
export function leaveLedger(folder: string, wasThere: boolean): number {
  const { volumes, setUps } = outstandingIn(folder);
  const count = volumes.length + setUps.length;
  if (!wasThere && count === 0) rmSync(ledgerIn(folder), { force: true });
  return count;
}
