import { visible } from '../text.ts';

/** Markup that was written by `html`, and so may stand in a page without escaping. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type MarkupPart = string | number | Markup | readonly MarkupPart[];

/**
 * Markup with texts inserted. Each text is escaped, both for an element's text and for a quoted attribute, and its
 * hidden characters are spelled out. Attribute values have to stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(
    strings.map((text, index) => (index === 0 ? text : written(parts[index - 1] ?? '') + text)).join(''),
  );
}

function written(part: MarkupPart): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return visible(String(part)).replace(/[&<>"'`=]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The first of the texts, and one more with the number of those left out. */
export function atMost<T>(limit: number, texts: readonly T[], more: (count: number) => T): readonly T[] {
  return texts.length <= limit ? texts : [...texts.slice(0, limit), more(texts.length - limit)];
}
