/**
 * A word, an id, a placeholder: text that shows the form of a value. Longer text is prose, which belongs to the page.
 */
const WORD = /^[!-~]{0,128}$/;

/** The values of a page's samples, with prose replaced by `…`, because a contract quotes nobody. */
export function withoutProse(value: unknown): unknown {
  if (typeof value === 'string') return WORD.test(value) ? value : '…';
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutProse(inner)]));
}
