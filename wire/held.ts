import type { Exchange } from './exchange.ts';
import type { Secrets } from './redact.ts';

/** Of a text nobody looks at more than a report shows, in characters; one more tells that there was more. */
export const maxText = 4_097;

/** The beginning of a text that does not hold on to the rest, as a slice does. This encoding keeps half a character at the end. */
export const cutTo = (text: string, most: number): string =>
  text.length <= most ? text : Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le');

/** An exchange as a run goes on with it, once it was told: its JSON whole, of its text no more than a report shows. */
export function heldOf(exchange: Exchange, secrets: Secrets): Exchange {
  const { reply } = exchange;
  if (reply.kind === 'none' || reply.text.length < maxText) return exchange;
  // hidden before it is cut, for half a secret would not be known for one
  return { ...exchange, reply: { ...reply, text: cutTo(secrets.hide(reply.text), maxText) } };
}
