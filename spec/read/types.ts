/** The kind of JSON that a type of the page means. */
export type JsonKind = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

/** A type of the page: its spelling in facts, its kind of JSON, and its contents. */
export interface PageType {
  readonly text: string;
  readonly kind: JsonKind;
  /** The type of each item of an array; null if the page does not give it. */
  readonly items: PageType | null;
  /** The type of each member, if it is a map of one type. */
  readonly values: PageType | null;
  /** The format of its texts, in the words of JSON Schema: `date-time` for `datetime`. */
  readonly format: string | null;
  /** The page's name for the objects: a table with this label lists their members. */
  readonly named: string | null;
}

const WORDS: Readonly<Record<string, JsonKind>> = {
  string: 'string',
  str: 'string',
  char: 'string',
  uuid: 'string',
  date: 'string',
  datetime: 'string',
  timestamp: 'string',
  int: 'integer',
  int32: 'integer',
  int64: 'integer',
  integer: 'integer',
  long: 'integer',
  short: 'integer',
  number: 'number',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  boolean: 'boolean',
  object: 'object',
  map: 'object',
  dict: 'object',
  dictionary: 'object',
  json: 'object',
  list: 'array',
  array: 'array',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'date-time',
  timestamp: 'date-time',
  date: 'date',
  uuid: 'uuid',
};
const NAMED = /^[A-Za-z_][A-Za-z0-9_.-]{0,79}$/;
/** Deeper than the types of any page; a hostile one ends here. */
const MAX_DEPTH = 6;

/** Reads a type in a table's notation, e.g. `int`, `map<string, int>`, `Array of objects`; undefined if it is none. */
export function typeOf(written: string, depth = 0): PageType | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  if (depth > MAX_DEPTH || text.length > 200) return undefined;
  const inside = (part: string | undefined): PageType | null | undefined =>
    part === undefined ? null : (typeOf(part, depth + 1) ?? nameOf(part));
  const map = /^(?:map|dict|dictionary|object) ?< ?(?:string|str|object) ?, ?(.+?) ?>$/i.exec(text)?.[1];
  if (map !== undefined) {
    const values = inside(map);
    return values == null ? undefined : type(`map<string, ${values.text}>`, 'object', { values });
  }
  const list =
    /^(?:list|array|set) ?[<[(] ?(.+?) ?[>\])]$/i.exec(text)?.[1] ??
    /^(?:array|list) of (.+)$/i.exec(text)?.[1] ??
    /^([^<>[\]]+) ?(?:\[\]|array|list)$/i.exec(text)?.[1];
  if (list !== undefined) {
    const items = inside(singular(list));
    return items == null ? undefined : type(`array<${items.text}>`, 'array', { items });
  }
  const word = text.toLowerCase();
  const kind = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (kind !== undefined) return type(word, kind, { format: FORMATS[word] ?? null });
  const named = /^(\S+) (?:object|struct|structure)s?$/i.exec(text)?.[1];
  return named === undefined ? undefined : (nameOf(named) ?? undefined);
}

/** Whether a cell holds a type, and not, say, an obligation. */
export function isTypeWord(text: string): boolean {
  return typeOf(text) !== undefined;
}

/** The kind of a JSON value; `null` for null. */
export function kindOf(value: unknown): JsonKind | 'null' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'string' | 'boolean' | 'object';
}

function type(text: string, kind: JsonKind, more: Partial<PageType> = {}): PageType {
  return { text, kind, items: null, values: null, format: null, named: null, ...more };
}

function nameOf(text: string): PageType | null {
  return NAMED.test(text) ? type(text, 'object', { named: text }) : null;
}

/** `objects` of `Array of objects`. */
function singular(text: string): string {
  return text
    .replace(/^(\S+) objects$/i, '$1 object')
    .replace(/^(string|integer|int|number|boolean|object|map|dict)s$/i, '$1');
}
