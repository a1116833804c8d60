import type { Exchange } from './exchange.ts';

/** Quotes a word for a POSIX shell, `$EVS_TOKEN` staying a variable. */
function quote(word: string): string {
  const quoted = `'${word.replaceAll("'", "'\\''")}'`;
  return quoted.replaceAll('$EVS_TOKEN', `'"$EVS_TOKEN"'`);
}

/** A command line that repeats an exchange; give it redacted text, so that the token stands as `$EVS_TOKEN`. */
export function toCurl(exchange: Exchange): string {
  const words = ['curl', '-sS', '-i', '-X', exchange.request.method];
  for (const [name, value] of Object.entries(exchange.sent)) words.push('-H', quote(`${name}: ${value}`));
  if (exchange.request.body !== undefined) words.push('--data-raw', quote(exchange.request.body));
  words.push(quote(exchange.url));
  return words.join(' ');
}
