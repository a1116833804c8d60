import type { Dimension } from './dimensions.ts';
import { type DueAnswer, type Space, valuesOf, verdictOf } from './space.ts';

/** The dimensions that requirements of the level MUST are about. */
const mandatory: ReadonlySet<Dimension> = new Set(['state', 'current', 'kind', 'tail']);

type See = (interaction: number) => void;

/** Pairs, or triples, of values that a contract allows. Each one is a number. */
export interface Tuples {
  /** The right answer to a case that shows it; undefined if no such case may be sent. */
  readonly verdictOf: (interaction: number) => DueAnswer | undefined;
  readonly all: readonly number[];
  /**
   * Visits those that a case with these values shows, if the right answer to it is this one; called hundreds of
   * thousands of times in a run.
   */
  readonly eachShown: (values: readonly number[], verdict: DueAnswer, see: See) => void;
  /** The values of one, in the order of the dimensions. */
  readonly valuesOf: (interaction: number) => readonly number[];
}

const verdicts: readonly DueAnswer[] = ['accept', 'open', 'refuse'];

/**
 * The pairs and triples of a space. A pair that occurs in a valid case can be shown only by a valid case: a case that
 * is refused for another reason tells nothing about it.
 */
export function interactionsOf(space: Space): { readonly pairs: Tuples; readonly triples: Tuples } {
  const { names, lenient } = space;
  const count = names.length;
  const isMandatory = names.map(([dimension]) => mandatory.has(dimension));

  const isLenient = names.map((_, value) => lenient.has(value));

  /** The pairs that contain every lenient value; all pairs if there is none. */
  function eachPair(values: readonly number[], see: See): void {
    const held = values.filter((value) => isLenient[value]);
    for (const [at, one] of values.entries()) {
      for (let later = at + 1; later < values.length; later += 1) {
        const other = values[later] ?? 0;
        if (held.every((value) => value === one || value === other)) see(one * count + other);
      }
    }
  }
  function eachTriple(all: readonly number[], see: See): void {
    const values = all.filter((value) => isMandatory[value]);
    if (values.length !== 4) return;
    const held = all.filter((value) => isLenient[value]);
    // each triple lacks one of the four values
    for (const without of values) {
      if (held.some((value) => value === without || !isMandatory[value])) continue;
      see(values.reduce((number, value) => (value === without ? number : number * count + value), 0));
    }
  }

  const pairs = new Uint8Array(count ** 2);
  const triples = new Uint8Array(count ** 3);
  const note = (known: Uint8Array, verdict: DueAnswer): See => {
    const rank = verdicts.indexOf(verdict) + 1;
    return (one) => {
      if (known[one] === 0 || (known[one] ?? 0) > rank) known[one] = rank;
    };
  };
  const [plain, ...others] = space.bodies;
  for (const volume of space.volumes) {
    for (const size of space.sizes.get(volume.values[2] ?? 0) ?? []) {
      // the plain body shows best what follows from volume and size
      const verdict = plain && verdictOf({ volume, size, body: plain });
      if (plain !== undefined && verdict !== undefined) {
        const values = valuesOf({ volume, size, body: plain });
        eachPair(values, note(pairs, verdict));
        eachTriple(values, note(triples, verdict));
      }
      const beside = [...volume.values, ...size.values];
      const held = beside.filter((value) => lenient.has(value));
      for (const body of others) {
        const [own = 0] = body.values;
        const about = held.length > 0 ? held : beside;
        const told = verdictOf({ volume, size, body });
        if (told === undefined) continue;
        const see = note(pairs, told);
        for (const one of about) see(one * count + own);
      }
    }
  }
  const of = (known: Uint8Array, each: typeof eachPair, length: 2 | 3): Tuples => {
    const all = [...known.keys()].filter((one) => known[one] !== 0);
    return {
      all,
      verdictOf: (one) => verdicts[(known[one] ?? 0) - 1],
      eachShown(values, verdict, see) {
        const rank = verdicts.indexOf(verdict) + 1;
        each(values, (one) => {
          if (known[one] === rank) see(one);
        });
      },
      valuesOf: (one) => {
        const [rest, last] = [Math.floor(one / count), one % count];
        return length === 2 ? [rest, last] : [Math.floor(rest / count), rest % count, last];
      },
    };
  };
  return { pairs: of(pairs, eachPair, 2), triples: of(triples, eachTriple, 3) };
}
