import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Derivation } from '../derive.ts';
import { checkDerivation } from '../write.ts';
import type { ContractSink } from './folder.ts';

/** Compares contracts with the files of a folder, and writes nothing. */
export interface Comparison extends ContractSink {
  /**
   * The first difference of each contract, in the order of the ids, and the contracts that only one side has.
   *
   * @param names - of the folder's contract files
   */
  readonly differences: (names: readonly string[]) => readonly string[];
}

/** A comparison with the contracts of a folder, which has to exist. */
export function compareWith(folder: string): Comparison {
  const compared = new Map<string, string | undefined>();
  return {
    keep: (derivation) => void compared.set(derivation.contract.id, differenceOf(derivation, folder)),
    drop: ({ id }) => void compared.delete(id),
    differences: (names) => {
      const orphans = names.flatMap((name): readonly (readonly [string, string])[] => {
        const id = name.slice(0, -'.json'.length);
        return compared.has(id) ? [] : [[id, `${join(folder, name)}: no page here is of this contract`]];
      });
      return [...compared, ...orphans]
        .toSorted(([one], [two]) => (one < two ? -1 : 1))
        .flatMap(([, difference]) => difference ?? []);
    },
  };
}

function differenceOf(derivation: Derivation, folder: string): string | undefined {
  const file = join(folder, `${derivation.contract.id}.json`);
  return existsSync(file) ? checkDerivation(derivation, file) : `${file}: there is no contract of this page`;
}
