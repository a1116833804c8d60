import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../engine/operation.ts';
import { operations } from '../../main/operations.ts';
import type { Contract } from '../../spec/contract.ts';
import { packageRoot } from '../../spec/root.ts';

/** A committed contract. It is not checked here: that has tests of its own, and takes longer than all that judges do. */
const committed = (id: string): Contract =>
  JSON.parse(readFileSync(join(packageRoot(), 'spec', 'contracts', `${id}.json`), 'utf8'));

/** The one that most tests are about. */
export const contract = committed('extend-volume');

/** Every operation with the contract that is named after it. */
export const certified: readonly { readonly operation: Operation; readonly contract: Contract }[] = operations.map(
  (operation) => ({ operation, contract: committed(operation.id) }),
);
