/** A line of a text, and where it is, so that it can be read again. */
export interface Placed {
  readonly text: string;
  readonly place: number;
}

/** A text by its lines: nobody holds it as a whole. */
export interface TextLines {
  /** Every line that has an end, in order; the last one may have none, and is `rest`. */
  readonly each: () => Iterable<Placed & { readonly isRest: boolean }>;
  /** The line at a place that `each` has named. */
  readonly at: (place: number) => string;
}

/** A text that is in memory already. */
export function linesIn(text: string): TextLines {
  function endOf(from: number): number {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  }
  return {
    *each() {
      // not by `split`, which a text of nothing but ends makes run out of memory
      for (let from = 0; from < text.length; ) {
        const to = endOf(from);
        yield { text: text.slice(from, to), place: from, isRest: to === text.length };
        from = to + 1;
      }
    },
    at: (place) => text.slice(place, endOf(place)),
  };
}
