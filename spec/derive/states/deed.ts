import type { Language } from '../../read/language.ts';
import { ACTIONS, DETERMINERS, OWNERS, PARTICLES, type StateOwner } from './words.ts';

/** The actions that a text mentions, and their objects. */
export interface Deed {
  readonly actions: ReadonlySet<string>;
  readonly owners: ReadonlySet<StateOwner>;
}

/** The language of a sentence by itself: names and states are Latin words in either language. */
export function languageIn(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

/** All actions and owners in a text: "snapshot of a volume" mentions both owners. */
export function spokenOf(text: string, language: Language): Deed {
  return { actions: keysIn(SPOKEN[language].actions, text), owners: keysIn(SPOKEN[language].owners, text) };
}

/** The same for a text without other content; undefined if a word is left over, which may be a condition. */
export function deedOf(text: string, language: Language): Deed | undefined {
  const actions = new Set<string>();
  const owners = new Set<StateOwner>();
  const token = new RegExp(TOKEN[language], 'iy');
  while (token.lastIndex < text.length) {
    // no way back after a word, so that the time is linear
    const word = token.exec(text)?.[0];
    if (word === undefined) return undefined;
    const owner = ownerOf(word.trim(), language);
    if (owner !== undefined) owners.add(owner);
    for (const action of keysIn(SPOKEN[language].actions, word)) actions.add(action);
  }
  return { actions, owners };
}

/** The sentence's words in a place; none if the place is empty. */
export function present(deed: string | undefined): readonly string[] {
  return deed === undefined || deed === '' ? [] : [deed];
}

/**
 * The owner that a noun phrase names, apart from determiners; undefined if the phrase has a qualifier, or is another
 * thing.
 */
export function ownerOf(phrase: string, language: Language): StateOwner | undefined {
  return [...NAMED[language]].find(([, name]) => name.test(phrase))?.[0];
}

/** Any action, within a larger pattern. */
export function anyAction(language: Language): string {
  return `(?:${Object.values(ACTIONS)
    .map((words) => words[language])
    .join('|')})`;
}

function keysIn<K>(table: ReadonlyMap<K, RegExp>, text: string): ReadonlySet<K> {
  return new Set([...table].filter(([, words]) => words.test(text)).map(([key]) => key));
}

function tableOf<K extends string>(
  words: Readonly<Record<K, Readonly<Record<Language, string>>>>,
  pattern: (source: string) => string,
  language: Language,
): ReadonlyMap<K, RegExp> {
  const keys = Object.keys(words) as K[];
  return new Map(keys.map((key) => [key, new RegExp(pattern(words[key][language]), 'i')]));
}

function spoken(language: Language): { actions: ReadonlyMap<string, RegExp>; owners: ReadonlyMap<StateOwner, RegExp> } {
  const whole = (source: string): string => (language === 'zh' ? source : `\\b(?:${source})\\b`);
  return { actions: tableOf(ACTIONS, whole, language), owners: tableOf(OWNERS, whole, language) };
}

function named(language: Language): ReadonlyMap<StateOwner, RegExp> {
  const intended = language === 'zh' ? `(?:待|要|需要?)${anyAction('zh')}的?` : `to-be-${anyAction('en')} `;
  const after = language === 'zh' ? '' : `(?: to be ${anyAction('en')})?`;
  const pattern = (name: string): string => `^(?:${DETERMINERS[language]}|${intended})*(?:${name})${after}$`;
  return tableOf(OWNERS, pattern, language);
}

function tokenOf(language: Language): string {
  const owners = Object.values(OWNERS).map((words) => words[language]);
  const token = `(?:${[...owners, anyAction(language), PARTICLES[language]].join('|')})`;
  return language === 'zh' ? token : `${token}(?: |$)`;
}

const SPOKEN = { zh: spoken('zh'), en: spoken('en') } as const;
const NAMED = { zh: named('zh'), en: named('en') } as const;
const TOKEN = { zh: tokenOf('zh'), en: tokenOf('en') } as const;
