import type { HeldRows } from '../../spec/diff/report.ts';
import { type ComparedPair, changesVerdicts, type SideComparison } from './compared.ts';
import type { SideContract } from './side.ts';

/** The output of `--json`, by `schemas/diff.schema.json`. */
export function diffJson(comparison: SideComparison, held: HeldRows<{ readonly id: string }> | undefined): string {
  const { added, pairs, removed } = comparison;
  const found = {
    format: 1,
    verdictsCanChange: changesVerdicts(comparison),
    operations: pairs.map(pairOf),
    added: added.map(named),
    removed: removed.map(named),
    report: held === undefined ? null : { held: held.held.map(({ id }) => id), again: held.again.map(({ id }) => id) },
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}

function pairOf({ after, before, changes }: ComparedPair) {
  return { before: named(before), after: named(after), changes };
}

function named({ contract, name, sha256 }: SideContract) {
  const { action, method, path } = contract.operation;
  return { name, id: contract.id, sha256, method, path, action };
}
