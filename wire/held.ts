import type { Exchange } from './exchange.ts';
import type { Secrets } from './redact.ts';

/** The most characters of a text that a report shows, and one more, which tells that there was more. */
export const maxText = 4_097;

/**
 * The beginning of a text, without keeping the rest in memory as a slice does. UTF-16 keeps half a character at the
 * end.
 */
export const cutTo = (text: string, most: number): string =>
  text.length <= most ? text : Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le');

/**
 * The part of a recorded exchange that a run goes on with: all of its JSON, and only the part of its text that a report
 * shows.
 */
export function heldOf(exchange: Exchange, secrets: Secrets): Exchange {
  const { reply } = exchange;
  if (reply.kind === 'none' || reply.text.length < maxText) return exchange;
  // secrets are hidden before the cut, because half a secret would not be recognised
  return { ...exchange, reply: { ...reply, text: cutTo(secrets.hide(reply.text), maxText) } };
}
