/** Numbers, with or without commas between thousands. */
const NUMBER = String.raw`-?\d{1,3}(?:,\d{3}){1,4}(?!\d|,\d)|-?\d{1,15}(?:\.\d{1,9})?(?!\d|\.\d|,\d{3}(?!\d))`;

/** Words that are not values if another word follows. */
const LITTLE = 'an?|are|as|be|but|by|can|for|in|is|must|not|of|on|one|that|this|to|with';
const QUOTED = String.raw`["“”'‘’\x60][^"“”'‘’\x60,;]{0,64}["“”'‘’\x60]`;
const WORD = String.raw`(?!(?:and|or|the)(?![\w.-])|(?:${LITTLE})\s+(?!or\b|and\b)[a-z])(?:(?:application|text|image)/[\w.+-]{1,40}|-?[A-Za-z0-9_](?:[\w.:+*-]{0,62}[\w*])?)`;
/** Commas separate the values of a list, so a value has none: a text can be split in one way only. */
const LISTED = `(?:${QUOTED}|${WORD})`;

/** The spelling of a value in prose: in quotation marks, or as one word of letters, digits and signs. */
export const VALUE = String.raw`(?:${QUOTED}|-?\d{1,3}(?:,\d{3}){1,4}(?![\d,])|${WORD})`;

const GLOSS = String.raw`(?:\s?\([^()]{1,160}\))?`;
const AND = String.raw`\s*(?:,(?:\s*(?:(?:or|and)\b|或者?|和|以及))?|、|/|或者?|和|与|及|以及|\b(?:or|and)\b)\s*`;

/** A list must not be cut in the middle: half a list is worse than none. */
const NO_MORE = String.raw`(?!\s*,\s*(?!(?:and\s+)?(?:the|which|indicating|where|with|default|respectively|it|its|this|but|currently|by)\b)[A-Za-z0-9_"“])(?!\s*,?\s*\b(?:or|and)\s+(?!(?:the default|the value|its?|this|default)\b))(?!\s*,?\s*(?:或|以及|及其))`;

const PARTS: Readonly<Record<string, string>> = {
  subject: String.raw`(?<subject>[^,;:()]{0,80}?)\s*`,
  n: `(?<n>${NUMBER})`,
  a: `(?<a>${NUMBER})`,
  b: `(?<b>${NUMBER})`,
  to: String.raw`\s*(?:~|∼|〜|-|–|—|−|至|到|\bto\b)\s*`,
  unit: String.raw`\s*(?<unit>(?:[KMGTP]i?B|%|seconds?|minutes?|hours?|days?|次|秒|分钟|小时|天|个)(?![A-Za-z]))?`,
  text: String.raw`\s*(?:个|位|a )?\s*(?<text>(?:unicode|utf-8|ascii)?\s*(?:characters?|chars?|bytes?|字符|字节|位)(?![A-Za-z]))`,
  is: String.raw`\s*(?:为|是|:|=|\bis\b|\bare\b|\bbe\b)?\s*`,
  value: `(?<value>${VALUE})${GLOSS}`,
  list: `(?<list>${LISTED}${GLOSS}(?:${AND}${LISTED}${GLOSS}){0,60})${NO_MORE}`,
  many: `(?<list>${LISTED}${GLOSS}(?:${AND}${LISTED}${GLOSS}){1,60})${NO_MORE}`,
};

const END = String.raw`(?=\s*(?:$|[,;()]|\b(?:and|but|which|with)\b|且|并))`;

/**
 * A pattern for a clause, from the beginning of the rest of a sentence to a possible end of a clause. `{subject}`,
 * `{n}`, `{a}`, `{b}`, `{unit}`, `{text}`, `{value}`, `{list}`, `{many}` are named groups.
 */
export function clause(source: string): RegExp {
  const whole = source.replace(/\{([a-z]+)\}/g, (braces, part: string) => PARTS[part] ?? braces);
  return new RegExp(`^(?:${whole})${END}`, 'iu');
}

/** NaN for text that is not a number, e.g. `007` or `3万`. */
export function numberOf(text: string | undefined): number {
  return text !== undefined && /^-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,9})?$/.test(text)
    ? Number(text.replaceAll(',', ''))
    : Number.NaN;
}

/** The values of a list, without quotation marks and explanations in brackets. */
export function valuesOf(list: string): readonly string[] {
  const bare = list.replace(/\s?\([^()]*\)/gu, ' ');
  const found = bare.match(new RegExp(`(?<![\\w.-])${LISTED}`, 'giu')) ?? [];
  return found.map((value) => value.replace(/^["“”'‘’`]|["“”'‘’`]$/gu, '').trim());
}
