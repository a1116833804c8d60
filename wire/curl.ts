import type { Exchange } from './exchange.ts';

/** Quotes a word for a shell; those of `variables` (`$EVS_TOKEN`, …) that stand in it stay variables. */
function quote(word: string, [variable, ...others]: readonly string[]): string {
  if (variable === undefined) return quotePart(word);
  const parts = word.split(variable).map((part) => quote(part, others));
  return parts.join(`"${variable}"`);
}

/**
 * A terminal takes pasted control characters for keys, so that they are spelled `$'\011'`, as bash, zsh and ksh read it;
 * whatever has none is quoted as every POSIX shell does. A NUL cannot stand in an argument at all.
 */
function quotePart(text: string): string {
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const spelled = text.replace(/[\\']/g, '\\$&').replace(/\p{Cc}/gu, octal);
  return `$'${spelled}'`;
}

function octal(char: string): string {
  return Array.from(Buffer.from(char), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** Headers that curl has of its own, and by which no service answers. */
const ours = new Set(['user-agent', 'accept-encoding']);

/**
 * A command line that repeats an exchange; give it redacted text, so that the token stands as `$EVS_TOKEN`, and name the
 * placeholders that stand in it.
 */
export function toCurl(exchange: Exchange, placeholders: readonly string[] = ['$EVS_TOKEN']): string {
  const variables = placeholders.filter((one) => /^\$[A-Za-z_]\w*$/.test(one));
  const words = ['curl', '-sS', '-i', '-X', exchange.request.method];
  const headers = Object.entries(exchange.sent).filter(([name]) => !ours.has(name));
  for (const [name, value] of headers) words.push('-H', quote(`${name}: ${value}`, variables));
  if (exchange.request.body !== undefined) words.push('--data-raw', quote(exchange.request.body, variables));
  words.push(quote(exchange.url, variables));
  return words.join(' ');
}
