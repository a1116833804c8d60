import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Area, certifications } from './areas.ts';
import type { Copies } from './copies.ts';
import type { Crew } from './crew.ts';
import type { Fate } from './ledger.ts';
import type { Mutant } from './mutants.ts';
import { suspectsOf } from './suspects.ts';
import { compiles, tryAll } from './tries.ts';

/** The time limits for the tests of one mutant, in ms: most of it is for a busy machine. */
const limits = { unit: 30_000, certification: 120_000 };

export interface Tools {
  readonly copies: Copies;
  readonly crew: Crew;
  /** Unit tests and types alone. */
  readonly quick: boolean;
  readonly told: (mutant: Mutant, fate: Fate) => void;
}

/** Tries the mutants of one area, the quickest tests first; `told` is called once for each. */
export async function runArea(
  { stages, long = [] }: Area,
  mutants: readonly Mutant[],
  { copies, crew, quick, told }: Tools,
): Promise<void> {
  let left = mutants;
  const stage = async (tests: readonly string[], limitMs: number, fate: Fate, among = left): Promise<void> => {
    await tryAll(among, tests, limitMs, {
      copies,
      crew,
      told(tried) {
        for (const { mutant, killed } of tried) {
          if (killed !== false) told(mutant, killed === true ? fate : 'time limit');
          if (killed !== false) left = left.filter((one) => one !== mutant);
        }
      },
    });
  };
  for (const tests of stages) await stage(tests, limits.unit, 'unit tests');
  for (const mutant of left) {
    if (await compiles(mutant, copies)) continue;
    told(mutant, 'types');
    left = left.filter((one) => one !== mutant);
  }
  if (!quick) {
    for (const test of long) await stage([test], limits.certification, 'unit tests');
    for (const test of certifications) await stage([test], limits.certification, 'certifications');
    for (const file of new Set(left.map((mutant) => mutant.file))) {
      for (const name of copies.names)
        writeFileSync(join(copies.top, name, 'trials.json'), JSON.stringify(suspectsOf(file)));
      const own = left.filter((mutant) => mutant.file === file);
      await stage(['selftest/mutation/trials.test.ts'], limits.certification, 'faults', own);
    }
  }
  for (const mutant of left) told(mutant, 'survived');
}

/** Throws if the tests of an area fail without any mutant, because such tests prove nothing. */
export async function proveArea({ folder, stages }: Area, { copies, crew, quick }: Tools): Promise<void> {
  const copy = copies.names[0] ?? '';
  for (const tests of quick ? stages : [...stages, certifications]) {
    const failed = (await crew.ask({ copies: [copy], tests }, limits.certification)) ?? {
      [copy]: 'time limit',
    };
    const [why] = Object.values(failed);
    if (why !== undefined) throw new Error(`${folder}: the tests fail without a mutant: ${why}`);
  }
}
