import { distance } from 'fastest-levenshtein';

/** The command was given wrongly: the message is for whoever typed it, and never holds a secret. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The known word nearest to one that is not known; undefined where nothing is near. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(2, Math.ceil(candidate.length / 2)))
    .sort((one, other) => one.away - other.away);
  return near[0]?.candidate;
}

/** `unknown requirement "size.over-maxium": did you mean size.over-maximum?` */
export function unknown(what: string, word: string, known: readonly string[]): UsageError {
  const near = nearest(word, known);
  const hint = near === undefined ? `known: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}` : '';
  return new UsageError(`unknown ${what} ${quoted(word)}: ${near === undefined ? hint : `did you mean ${near}?`}`);
}

/** Somebody's word as it may stand in a message: bounded, and with its control characters spelled out. */
export function quoted(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word);
}
