import { formsInBase64, formsOf } from './forms.ts';

/** From the first character to the place after the last one. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One spelling of a value, to be looked for in texts. */
export interface Spelling {
  /** The parts of the spelling that no encoding changes: without any of them in a text, the value is not there. */
  readonly cores: readonly string[];
  /**
   * The span of the whole spelling, if its core of this length stands at this place; undefined if the core belongs to
   * other text.
   */
  readonly around: (text: string, at: number, length: number) => Span | undefined;
}

/** A word this short, in other capitals or small letters, may be another word, such as a state. */
const word = /^[A-Za-z]{1,7}$/;

/**
 * The ways in which a server may repeat a value: plain, in JSON, in a URL or in HTML, in capitals or small letters; in
 * base64 or base64url, at any offset; in hexadecimal. `isCased`: in other capitals or small letters it is another text.
 */
export function spellingsOf(value: string, isCased: boolean): readonly Spelling[] {
  const plain = spelling(value, { formsIn: formsOf, isCased: isCased || word.test(value) });
  const wholes = new Set([value, JSON.stringify(value).slice(1, -1), percent(value)]);
  const packed = Array.from(wholes, (whole) => Buffer.from(whole)).flatMap((bytes) => [
    ...[0, 1, 2].map((before) => inBase64(bytes, before)),
    spelling(bytes.toString('hex'), { formsIn: formsOf, isCased: false }),
  ]);
  return [plain, ...packed, ...(value.length > telling ? [beginning(value)] : [])];
}

/** This many first characters identify a value: a server's words are cut, so that its end may be missing. */
const telling = 40;

function beginning(value: string): Spelling {
  return {
    cores: [value.slice(0, telling)],
    around(text, from) {
      let length = telling;
      while (length < value.length && text.charAt(from + length) === value.charAt(length)) length += 1;
      return { from, to: from + length };
    },
  };
}

/** Half a character has no encoding; a password with one cannot be sent either. */
const percent = (value: string): string => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\u{FFFD}'));

/** The part of a base64 text that these bytes alone decide, after so many other bytes. */
function inBase64(bytes: Buffer, before: number): Spelling {
  const bits = (before + bytes.length) * 8;
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
  return spelling(own, { formsIn: formsInBase64, isCased: true, hasRest: bits % 6 > 0 });
}

interface Manner {
  readonly formsIn: (char: string) => readonly string[];
  readonly isCased: boolean;
  /** The next letter or digit, if there is one, holds a part of the value as well. */
  readonly hasRest?: boolean;
}

function spelling(whole: string, manner: Manner): Spelling {
  const runs = (whole.match(/[A-Za-z0-9]+/g) ?? []).sort((one, other) => other.length - one.length);
  const [first = ''] = whole;
  const core = runs[0] ?? first;
  const start = whole.indexOf(core);
  const before = Array.from(whole.slice(0, start)).reverse();
  const after = Array.from(whole.slice(start + core.length));
  // nearly always the value stands unchanged, except at its ends, where one form may be the beginning of another
  const [, head = '', inner = '', tail = ''] = /^([^A-Za-z0-9]*)(.*?)([^A-Za-z0-9]*)$/s.exec(whole) ?? [];
  const ends = { head: Array.from(head).reverse(), tail: Array.from(tail) };

  function rest(text: string, to: number): number {
    return manner.hasRest === true && /[A-Za-z0-9]/.test(text.charAt(to)) ? 1 : 0;
  }

  return {
    cores: [...new Set(runs.length === 0 ? inEachForm(first, manner) : inEachCase(core, manner))],
    around(text, at, length) {
      const inside = at - start + head.length;
      const isPlain = inner !== '' && inside >= 0 && text.startsWith(inner, inside);
      const from = follow(text, isPlain ? inside : at, isPlain ? ends.head : before, -1, manner);
      if (from === undefined) return undefined;
      const to = follow(text, isPlain ? inside + inner.length : at + length, isPlain ? ends.tail : after, 1, manner);
      return to === undefined ? undefined : { from, to: to + rest(text, to) };
    },
  };
}

const inEachCase = (core: string, { isCased }: Manner): readonly string[] =>
  isCased ? [core] : [core, core.toLowerCase(), core.toUpperCase()];

/** All forms of a character, for a value without letters or digits; hexadecimal digits may be capitals in each form. */
const inEachForm = (char: string, { formsIn }: Manner): readonly string[] =>
  formsIn(char).flatMap((form) => [form, form.replace(/[a-f]/g, (digit) => digit.toUpperCase())]);

/**
 * The place where the given characters end, if they begin at `at`; with `step` -1 the place where they begin, for
 * characters in reverse order.
 */
function follow(
  text: string,
  at: number,
  chars: readonly string[],
  step: 1 | -1,
  { formsIn, isCased }: Manner,
): number | undefined {
  let places = [at];
  for (const char of chars) {
    const isOne = (piece: string, form: string): boolean =>
      piece === form || (!(isCased && form === char) && piece.toLowerCase() === form);
    const next = places.flatMap((place) =>
      formsIn(char).flatMap((form) => {
        const end = place + step * form.length;
        return end >= 0 && isOne(text.slice(Math.min(place, end), Math.max(place, end)), form) ? [end] : [];
      }),
    );
    if (next.length === 0) return undefined;
    places = [...new Set(next)];
  }
  return step > 0 ? Math.max(...places) : Math.min(...places);
}
