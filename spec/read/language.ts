export type Language = 'zh' | 'en';

/** The language of a page, by its headings: samples and names are English on every page. */
export function languageOf(headings: readonly string[]): Language {
  return headings.some((heading) => /\p{Script=Han}/u.test(heading)) ? 'zh' : 'en';
}
