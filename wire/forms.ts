/** Whether every encoding of text leaves a character as it is. */
const isUnchanged = (char: string): boolean => /^[A-Za-z0-9]$/.test(char);

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** Encodings of a character that is neither a letter nor a digit. */
const encodings: readonly ((char: string) => string)[] = [
  (char) => char,
  (char) => JSON.stringify(char).slice(1, -1),
  (char) => (char === '/' ? '\\/' : char),
  (char) => Array.from({ length: char.length }, (_, at) => `\\u${hex(char.charCodeAt(at), 4)}`).join(''),
  (char) => Array.from(Buffer.from(char), (byte) => `%${hex(byte, 2)}`).join(''),
  (char) => (char === ' ' ? '+' : char),
  (char) => entities[char] ?? char,
  (char) => `&#${char.codePointAt(0)};`,
  (char) => `&#${String(char.codePointAt(0)).padStart(3, '0')};`,
  (char) => `&#x${hex(char.codePointAt(0) ?? 0, 1)};`,
  // a header is read as Latin-1, whatever was sent
  (char) => Buffer.from(char).toString('latin1'),
];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const known = new Map<string, readonly string[]>();

/**
 * The forms of a character in a text: as it is, in one encoding (JSON, percent, HTML), or in one inside another, such
 * as JSON in a JSON string; each also in small letters.
 */
export function formsOf(char: string): readonly string[] {
  if (isUnchanged(char)) return [char, char.toLowerCase()];
  const forms = known.get(char) ?? withSmall(encoded(encoded([char])));
  known.set(char, forms);
  return forms;
}

/** Base64 uses two characters besides letters and digits, and other ones for them in URLs. */
export function formsInBase64(char: string): readonly string[] {
  const twin = char === '+' ? '-' : char === '/' ? '_' : undefined;
  return twin === undefined ? [char] : [...formsOf(char), ...formsOf(twin)];
}

function encoded(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    encodings.map((encode) => Array.from(text, (char) => (isUnchanged(char) ? char : encode(char))).join('')),
  );
}

const withSmall = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [text, text.toLowerCase()])),
];
