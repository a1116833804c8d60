import { createHash } from 'node:crypto';
import type { FaultTrials, PublishedTrials } from '../main/trials.ts';
import { type Matrix, matrixText } from './matrix.ts';

/** The part of the matrix that the package contains, a line for each contract: committed as `selftest/trials.json`. */
export function trialsText(matrix: Matrix): string {
  const { contracts, ...others } = publishedTrials(matrix);
  const lines = contracts.map((one) => JSON.stringify(one)).join(',\n');
  return `${JSON.stringify(others, null, 1).slice(0, -2)},\n "contracts": [\n${lines}\n ]\n}\n`;
}

function publishedTrials(matrix: Matrix): PublishedTrials {
  return {
    format: 1,
    matrix: createHash('sha256').update(matrixText(matrix)).digest('hex'),
    suite: { version: matrix.suite.version },
    contracts: matrix.contracts.map(({ id, sha256 }) => ({ id, sha256, requirements: requirementsOf(matrix, id) })),
  };
}

/** The trials of faults by this contract, under the requirement that has to find them. */
function requirementsOf({ subjects }: Matrix, contract: string): Record<string, FaultTrials> {
  const found: Record<string, FaultTrials> = {};
  for (const { id, kind, operation, contract: by = operation, owner, trials, verdicts } of subjects) {
    if (kind !== 'fault' || by !== contract || owner === null) continue;
    const { faults, trials: tried, failed } = found[owner] ?? { faults: [], trials: 0, failed: 0 };
    found[owner] = {
      faults: [...faults, id],
      trials: tried + trials,
      failed: failed + (verdicts[owner]?.fail ?? 0),
    };
  }
  return found;
}
