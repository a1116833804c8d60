import type { Mutant } from './mutants.ts';

/** The telling mutants and `count` of the others, the same ones for the same seed, in the order of the text. */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const others = mutants.filter((mutant) => !mutant.telling);
  const drawn = new Set(shuffled(others, seed).slice(0, count));
  return mutants.filter((mutant) => mutant.telling || drawn.has(mutant));
}

/** Fisher and Yates, on a generator of 32 bits (mulberry32): the sample has to be the same on every machine. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const copy = [...list];
  let state = seed;
  for (let at = copy.length - 1; at > 0; at -= 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (at + 1);
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}
