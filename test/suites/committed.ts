import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../spec/contract.ts';
import { packageRoot } from '../../spec/root.ts';

/** The committed contract. It is not checked here: that has tests of its own, and takes longer than all that judges do. */
export const contract = JSON.parse(
  readFileSync(join(packageRoot(), 'spec', 'contracts', 'extend-volume.json'), 'utf8'),
) as Contract;
