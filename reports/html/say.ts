import { shown } from '../text.ts';
import { type Lang, languages } from './languages.ts';
import { html, type Markup } from './markup.ts';
import type { Words } from './words.ts';

/** One of the page's own texts, picked from the words of a language. */
export type Pick = (words: Words) => string;

/**
 * The text in every language, each in an element that the style shows or hides: one file serves all languages, and text
 * from a server stands in it once. A text that is the same in all languages is written once.
 */
export function say(pick: Pick): Markup {
  return each(pick, (text, lang, tag) => html`<span class="${lang}" lang="${tag}">${text}</span>`);
}

/**
 * The limit before translation, in characters. A phrase is recognised by its end as well, so it is translated before it
 * is shortened.
 */
const mostTranslated = 2000;

/**
 * The suite's words about a run, which may contain others' words: in every language that knows the phrase, otherwise
 * unchanged.
 */
export function told(text: string, limit?: number): Markup {
  const whole = shown(text, mostTranslated);
  const all = Object.values(languages).map(({ translate }) => translate(whole));
  if (all.every((one) => one === whole)) return html`<bdi lang="en">${shown(text, limit)}</bdi>`;
  return html`<bdi>${say(({ translate }) => shown(translate(whole), limit))}</bdi>`;
}

/** The same inside a drawing, at this position. */
export function draw(pick: Pick, x: number, y: number): Markup {
  return each(
    pick,
    (text, lang, tag) => html`<text class="${lang}" lang="${tag}" x="${x}" y="${y}">${text}</text>`,
    (text) => html`<text x="${x}" y="${y}">${text}</text>`,
  );
}

function each(
  pick: Pick,
  write: (text: string, lang: Lang, tag: string) => Markup,
  once: (text: string) => Markup = (text) => html`${text}`,
): Markup {
  const all = (Object.entries(languages) as [Lang, Words][]).map(([lang, words]) => ({
    lang,
    words,
    text: pick(words),
  }));
  const [first] = all;
  if (first !== undefined && all.every(({ text }) => text === first.text)) return once(first.text);
  return html`${all.map(({ lang, words, text }) => write(text, lang, words.tag))}`;
}

/** Radio buttons that choose the language, by style alone. */
export function languageSwitch(chosen: Lang): Markup {
  const choices = (Object.entries(languages) as [Lang, Words][]).map(([lang, { tag, name }]) => {
    const id = `language-${lang}`;
    const button = html`<input type="radio" name="language" id="${id}"`;
    return html`${button}${lang === chosen ? html` checked>` : html`>`}<label for="${id}" lang="${tag}">${name}</label>
`;
  });
  return html`<fieldset class="languages"><legend>${say(({ language }) => language)}</legend>
${choices}</fieldset>`;
}
