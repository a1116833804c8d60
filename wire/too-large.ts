import type { Exchange, WireAnswer } from './exchange.ts';
import { wordsIn } from './said.ts';

/** Request Header Fields Too Large (RFC 6585), and nginx's own status for it. */
const statuses: ReadonlySet<number> = new Set([431, 494]);

/** Other servers use a less specific status, and say it in words. */
const words = /(header|cookie).{0,40}(large|long|size|limit|exceed|big)|(large|long|exceed|big).{0,40}(header|cookie)/i;

/** Whether an answer says that the headers of the request are too large for the server. */
export const isTooLarge = (answer: WireAnswer): boolean =>
  statuses.has(answer.status) ||
  ([400, 413].includes(answer.status) && words.test(wordsIn(answer.json) ?? answer.text.slice(0, 1_000)));

/** Advice on a request that was refused for its headers, with their sizes. */
export function shorten({ sent }: Pick<Exchange, 'sent'>): string {
  const sizes = Object.entries(sent).map(([name, value]) => ({
    name,
    bytes: Buffer.byteLength(`${name}: ${value}\r\n`),
  }));
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const [largest] = sizes.sort((one, other) => other.bytes - one.bytes);
  return `the headers of the request have ${all} bytes, ${largest?.bytes ?? 0} of them ${largest?.name ?? 'in none'}, which exceeds its header limit: get a shorter token, or raise the limit there`;
}
