import type { Language } from '../read/language.ts';
import type { PagePlace } from '../read/vocabulary.ts';
import type { FactId, FactValues } from './facts.ts';

/** What a phrase can learn from its surroundings. */
interface PhraseSurroundings {
  /** The volume status that the sentence above a list speaks of; null outside such a list. */
  readonly status: string | null;
}

/** One way of saying one thing: an entry of the phrase book. */
export interface PhraseOf<K extends FactId> {
  readonly name: string;
  readonly fact: K;
  /** Sections in which the words have this meaning. */
  readonly where: readonly PagePlace[];
  /** What the fact's provenance points at; `row` also takes the parameter's name, type and obligation from its row. */
  readonly cites: 'sentence' | 'row' | 'section';
  /** Match a whole normalised sentence: half-width punctuation, no full stop. */
  readonly patterns: Readonly<Record<Language, RegExp>>;
  /** The part of the fact that the words give; undefined when they do not say it after all. */
  readonly read: (
    match: readonly (string | undefined)[],
    around: PhraseSurroundings,
  ) => Partial<FactValues[K]> | undefined;
}

export type Phrase = { readonly [K in FactId]: PhraseOf<K> }[FactId];

/** Where a reading would be a guess, NaN makes the fact refuse itself. `32,768` is a number, `3万` is none. */
export function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/.test(text)
    ? Number(text.replaceAll(',', ''))
    : Number.NaN;
}

/** The one unit that a size can be in: a contract knows no other. */
export function isGigabyte(unit: string | undefined): boolean {
  return unit !== undefined && /^gi?b$/i.test(unit);
}
