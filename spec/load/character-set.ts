/** Characters, as ranges of their code points: the first and the last of each. */
export type CharacterSet = readonly (readonly [number, number])[];

const last = 0x10ffff;

const ofEscape: Readonly<Record<string, CharacterSet>> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  s: [9, 10, 11, 12, 13, 0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]
    .map((code): readonly [number, number] => [code, code])
    .concat([[0x2000, 0x200a]]),
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

/** The characters that `.` does not match. */
const lineEnds: CharacterSet = [10, 13, 0x2028, 0x2029].map((code) => [code, code]);

/** The spelling of one character in a pattern: an escape of one of six kinds, or the character itself. */
const spelled =
  /\\u\{([0-9a-f]+)\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\([dws])|\\(p)\{[^}]*\}|\\([^bk1-9c])|([^\\])/iuy;

/** The set of characters at a position of a pattern with the flag `u`, and its end; undefined if there is none. */
export function readSet(pattern: string, at: number): { readonly set: CharacterSet; readonly end: number } | undefined {
  const char = pattern.charAt(at);
  if (char === '[') return readClass(pattern, at + 1);
  if (char === '.') return { set: except(lineEnds), end: at + 1 };
  return /[\^$*+?(){}|\]]/.test(char) ? undefined : readCharacter(pattern, at);
}

function readCharacter(pattern: string, at: number): { readonly set: CharacterSet; readonly end: number } | undefined {
  spelled.lastIndex = at;
  const found = spelled.exec(pattern);
  if (found === null) return undefined;
  const [whole, braced, four, two, kind, property, escaped, plain] = found;
  const end = at + whole.length;
  // a property is only known to match some characters
  if (property !== undefined) return { set: [[0, last]], end };
  if (kind !== undefined) {
    const set = ofEscape[kind.toLowerCase()] ?? [];
    return { set: kind === kind.toLowerCase() ? set : except(set), end };
  }
  const hex = braced ?? four ?? two;
  const itself = (escaped ?? plain ?? '').codePointAt(0) ?? 0;
  const code = hex === undefined ? (controls[escaped ?? ''] ?? itself) : Number.parseInt(hex, 16);
  return { set: [[code, code]], end };
}

/** Reads a class, from after its bracket. */
function readClass(pattern: string, from: number): { readonly set: CharacterSet; readonly end: number } | undefined {
  const isNegated = pattern.charAt(from) === '^';
  const set: (readonly [number, number])[] = [];
  let at = isNegated ? from + 1 : from;
  while (pattern.charAt(at) !== ']') {
    const one = readCharacter(pattern, at);
    if (one === undefined) return undefined;
    at = one.end;
    const to =
      pattern.charAt(at) === '-' && pattern.charAt(at + 1) !== ']' ? readCharacter(pattern, at + 1) : undefined;
    if (to === undefined) set.push(...one.set);
    else {
      set.push([one.set[0]?.[0] ?? 0, to.set[0]?.[1] ?? last]);
      at = to.end;
    }
  }
  return { set: isNegated ? except(set) : set, end: at + 1 };
}

function except(set: CharacterSet): CharacterSet {
  const gaps: (readonly [number, number])[] = [];
  let from = 0;
  for (const [low, high] of [...set].sort(([one], [other]) => one - other)) {
    if (low > from) gaps.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  return from > last ? gaps : [...gaps, [from, last]];
}

export function isDisjoint(one: CharacterSet, other: CharacterSet): boolean {
  return one.every(([low, high]) => other.every(([least, most]) => high < least || most < low));
}
