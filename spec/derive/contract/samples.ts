/** A word, an id, a placeholder: what a sample shows of its value's form. Anything longer is prose, and the page's own. */
const WORD = /^[!-~]{0,128}$/;

/** Values of a page's samples; what is prose in them stands as `…`, for a contract quotes nobody. */
export function withoutProse(value: unknown): unknown {
  if (typeof value === 'string') return WORD.test(value) ? value : '…';
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutProse(inner)]));
}
