import type { Misplaced, WireRequest } from '../exchange.ts';
import type { Headers, Whose } from './auth.ts';

const places: ReadonlySet<string> = new Set<Misplaced>(['empty', 'other-header', 'query']);

export const isMisplaced = (whose: string): whose is Misplaced => places.has(whose);

/** Whose credentials a request carries, wherever they stand; undefined where it carries none. */
export function signerOf(whose: NonNullable<WireRequest['credentials']>): Whose | undefined {
  if (whose === 'none') return undefined;
  return isMisplaced(whose) ? 'own' : whose;
}

/**
 * The header for the token that a request asks about, which is not the caller's own. A header without such a
 * counterpart only gets another name.
 */
const others: Readonly<Record<string, string>> = { 'x-auth-token': 'x-subject-token' };

/** One's own credentials in such a place: the headers, and the query to put behind the path, `?` included. */
export function misplace(own: Headers, where: Misplaced): { readonly headers: Headers; readonly query: string } {
  const all = Object.entries(own);
  if (where === 'query') {
    const pairs = all.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    return { headers: {}, query: pairs.length === 0 ? '' : `?${pairs.join('&')}` };
  }
  const moved = all.map(([name, value]): [string, string] =>
    where === 'empty' ? [name, ''] : [others[name] ?? `x-other-${name}`, value],
  );
  return { headers: Object.fromEntries(moved), query: '' };
}
