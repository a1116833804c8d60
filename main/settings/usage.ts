import { distance } from 'fastest-levenshtein';

/** A wrong command or setting: the message is for its author, and never holds a secret. */
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

/** As many names as a message lists: every requirement, clause and field fits, faults do not. */
const mostNames = 80;

/** `unknown requirement "size.over-maxium": did you mean size.over-maximum?`; where nothing is near, the known names. */
export function unknown(what: string, word: string, known: readonly string[]): UsageError {
  const near = nearest(word, known);
  const more = known.length > mostNames ? `, and ${known.length - mostNames} more` : '';
  const hint = near === undefined ? `known: ${known.slice(0, mostNames).join(', ')}${more}` : `did you mean ${near}?`;
  return new UsageError(`unknown ${what} ${quoted(word)}: ${hint}`);
}

/** Somebody's word as it may stand in a message: bounded, and with its control characters spelled out. */
export function quoted(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word);
}
