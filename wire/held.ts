import type { Exchange } from './exchange.ts';
import type { Secrets } from './redact.ts';

/** Of a text nobody looks at more than a report shows, in characters; one more tells that there was more. */
export const maxText = 4_097;

/** The beginning of a text, secrets replaced: hidden before it is cut, for half a secret would not be known for one. */
export function beginningOf(text: string, secrets: Secrets): string {
  // a slice would hold on to the whole; this encoding alone keeps half a character that stands at the end
  return Buffer.from(secrets.hide(text).slice(0, maxText), 'utf16le').toString('utf16le');
}

/** An exchange as a run goes on with it, once it was told: its JSON whole, of its text no more than a report shows. */
export function heldOf(exchange: Exchange, secrets: Secrets): Exchange {
  const { reply } = exchange;
  if (reply.kind === 'none' || reply.text.length < maxText) return exchange;
  return { ...exchange, reply: { ...reply, text: beginningOf(reply.text, secrets) } };
}
