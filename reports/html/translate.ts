/** A sentence with `{holes}` and the same in another language; `{#n}` matches only a number. */
export type Phrase = readonly [from: string, to: string];

type Part = { readonly text: string } | { readonly hole: string; readonly isNumber: boolean };

/** The depth to which phrases are looked for in the holes of phrases. */
const deepest = 6;

/**
 * Translates the suite's words by a table of phrases; the first match counts. The contents of holes are looked up in
 * turn, and stay unchanged if they are no phrase, such as names, numbers and a server's words. Undefined if the whole
 * text is no phrase.
 */
export function translator(phrases: readonly Phrase[]): (text: string) => string | undefined {
  const exact = new Map(phrases.filter(([from]) => !from.includes('{')));
  const open = phrases.filter(([from]) => from.includes('{')).map(([from, to]) => ({ parts: partsOf(from), to }));

  function translate(text: string, depth: number): string | undefined {
    const same = exact.get(text);
    if (same !== undefined || depth === deepest) return same;
    for (const { parts, to } of open) {
      const found = match(parts, text);
      if (found === undefined) continue;
      return to.replace(/\{#?(\w+)\}/g, (whole, hole: string) => {
        const filled = found.get(hole);
        return filled === undefined ? whole : (translate(filled, depth + 1) ?? filled);
      });
    }
    return undefined;
  }
  return (text) => translate(text, 0);
}

function partsOf(phrase: string): readonly Part[] {
  return phrase
    .split(/(\{#?\w+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const [, sign, hole] = /^\{(#?)(\w+)\}$/.exec(text) ?? [];
      return hole === undefined ? { text } : { hole, isNumber: sign === '#' };
    });
}

/**
 * The contents of the holes: each ends at the first place of the text that follows it, the last one at the end. Takes
 * one pass.
 */
function match(parts: readonly Part[], text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      if (!text.startsWith(part.text, at)) return undefined;
      at += part.text.length;
      continue;
    }
    const next = parts[index + 1];
    const isLast = index + 2 >= parts.length;
    const after = next !== undefined && 'text' in next ? next.text : '';
    const end = after === '' ? text.length : isLast ? endOf(text, after) : text.indexOf(after, at);
    const filled = text.slice(at, end);
    if (end < at || filled === '' || (part.isNumber && !/^\d+(\.\d+)?$/.test(filled))) return undefined;
    found.set(part.hole, filled);
    at = end;
  }
  return at === text.length ? found : undefined;
}

const endOf = (text: string, after: string): number => (text.endsWith(after) ? text.length - after.length : -1);
