import { bodyBytes, holdsRawBytes } from './bytes.ts';
import type { Exchange } from './exchange.ts';

/** Quotes a word for a shell; `variables` (`$EVS_TOKEN`, …) that stand in it stay variables. */
function quote(word: string, [variable, ...others]: readonly string[]): string {
  if (variable === undefined) return quotePart(word);
  const parts = word.split(variable).map((part) => quote(part, others));
  return parts.join(`"${variable}"`);
}

/**
 * Text with control characters is spelled `$'\011'`, as bash, zsh and ksh read it, because a terminal takes pasted ones
 * for keys. Any other text is quoted as every POSIX shell does. A NUL cannot stand in an argument at all.
 */
function quotePart(text: string): string {
  if (!/\p{Cc}/u.test(text) && !holdsRawBytes(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const spelled = text.replace(/[\\']/g, '\\$&').replace(unseen, octal);
  return `$'${spelled}'`;
}

/** Control characters, and bytes that are no UTF-8. */
const unseen = /[\p{Cc}\udc80-\udcff]/gu;

function octal(char: string): string {
  return Array.from(bodyBytes(char), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** The command of every POSIX shell that writes a text with a NUL, which cannot stand in an argument. */
function printed(text: string, variables: readonly string[]): string {
  const format = text.replace(/\\/g, '\\\\').replace(/%/g, '%%').replace(unseen, octal);
  return `printf ${quote(format, variables)} | `;
}

/** Headers that curl sets by itself, and that do not change a service's answer. */
const ours = new Set(['user-agent', 'accept-encoding']);

/**
 * A command line that repeats an exchange. The exchange has to be redacted, so that the token stands as `$EVS_TOKEN`;
 * `placeholders` names those that stand in it.
 */
export function toCurl(exchange: Exchange, placeholders: readonly string[] = ['$EVS_TOKEN']): string {
  const variables = placeholders.filter((one) => /^\$[A-Za-z_]\w*$/.test(one));
  const { method, body } = exchange.request;
  // with `-X HEAD`, curl would wait for a body
  const words = ['curl', '-sS', '-i', ...(method === 'HEAD' ? ['--head'] : ['-X', method])];
  const headers = Object.entries(exchange.sent).filter(([name]) => !ours.has(name));
  // an empty header is spelled with a semicolon; a colon would remove curl's own header of that name
  for (const [name, value] of headers)
    words.push('-H', quote(value === '' ? `${name};` : `${name}: ${value}`, variables));
  if (body !== undefined && exchange.sent['content-type'] === undefined) words.push('-H', quote('content-type:', []));
  const isPiped = body?.includes('\0') === true;
  if (isPiped) words.push('--data-binary', '@-');
  else if (body !== undefined) words.push('--data-raw', quote(body, variables));
  words.push(quote(exchange.url, variables));
  return `${isPiped ? printed(body, variables) : ''}${words.join(' ')}`;
}
