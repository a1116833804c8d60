/** Numbers things from 1 in the order in which they are first named. */
export interface Numbering<T extends object> {
  /** The thing's number; told first where it was not yet. `whole`: what is told, where others go on with less. */
  readonly of: (thing: T, whole?: T) => number;
  readonly count: () => number;
}

/**
 * `prepare` names whatever the thing refers to, which may number other things, and answers how it is told: what a line
 * names has to stand before it.
 */
export function openNumbering<T extends object>(prepare: (thing: T) => (number: number) => void): Numbering<T> {
  const numbers = new WeakMap<T, number>();
  let count = 0;
  return {
    of(thing, whole = thing) {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      const tell = prepare(whole);
      count += 1;
      numbers.set(thing, count);
      tell(count);
      return count;
    },
    count: () => count,
  };
}
