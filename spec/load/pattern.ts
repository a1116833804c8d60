import { type CharacterSet, isDisjoint, readSet } from './character-set.ts';

/**
 * The reason why a pattern of a contract may keep a matcher busy for longer than a text has characters; undefined if it
 * cannot.
 *
 * A matcher goes back only if a character can be read in two ways. Accepted patterns therefore begin with `^`, and
 * after each character only one place can match the next one (the pattern's Glushkov automaton is deterministic, with a
 * loop inside a loop counted twice). Other constructs of patterns, such as looking ahead, are refused.
 *
 * @param pattern - compiles with the flag `u`
 */
export function whyUnbounded(pattern: string): string | undefined {
  try {
    new Reader(pattern).readWhole();
    return undefined;
  } catch (error) {
    if (error instanceof Unbounded) return error.message;
    throw error;
  }
}

class Unbounded extends Error {
  override readonly name = 'Unbounded';
}

/** A part of a pattern: whether it matches the empty text, and the places at which it begins and ends. */
interface PatternPart {
  readonly isNullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** The limit of places, because each count inside another one doubles them. */
const maxPlaces = 1_000;

const nothing: PatternPart = { isNullable: true, first: [], last: [] };

/** Reads a pattern from left to right. A place is a character or a set in the pattern. */
class Reader {
  private readonly pattern: string;
  private readonly sets: CharacterSet[] = [];
  /** The places that may follow each place; twice if two ways lead there. */
  private readonly next: number[][] = [];
  private at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  readWhole(): void {
    if (!this.take('^')) throw new Unbounded('it does not begin with ^');
    const whole = this.readSequence();
    this.take('$');
    if (this.at < this.pattern.length) throw new Unbounded(`${this.here()} is not read: put alternatives in (…)`);
    for (const places of [whole.first, ...this.next]) this.check(places);
  }

  private check(places: readonly number[]): void {
    const sets = places.map((place) => this.sets[place] ?? []);
    const isClear = sets.every((set, index) => sets.slice(index + 1).every((other) => isDisjoint(set, other)));
    if (!isClear) throw new Unbounded('a character can be read in two ways');
  }

  private readAlternatives(): PatternPart {
    let whole = this.readSequence();
    while (this.take('|')) {
      const other = this.readSequence();
      if (whole.isNullable && other.isNullable) throw new Unbounded('two alternatives fit the empty text');
      whole = {
        isNullable: whole.isNullable || other.isNullable,
        first: [...whole.first, ...other.first],
        last: [...whole.last, ...other.last],
      };
    }
    return whole;
  }

  private readSequence(): PatternPart {
    let whole = nothing;
    while (this.at < this.pattern.length && !/[|)$]/.test(this.pattern.charAt(this.at))) {
      const part = this.readRepeated();
      this.join(whole.last, part.first);
      whole = {
        isNullable: whole.isNullable && part.isNullable,
        first: whole.isNullable ? [...whole.first, ...part.first] : whole.first,
        last: part.isNullable ? [...whole.last, ...part.last] : part.last,
      };
    }
    return whole;
  }

  private readRepeated(): PatternPart {
    const from = this.at;
    const part = this.readOne();
    const [quantifier, least, comma, most] = this.match(/(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y) ?? [];
    if (quantifier === undefined) return part;
    if (part.isNullable) throw new Unbounded('what fits the empty text is repeated');
    if (comma === undefined && Number(least) > 1) return this.readAgain(from, part);
    const isOnce = quantifier.startsWith('?') || Number(comma === undefined ? least : most || 2) < 2;
    if (!isOnce) this.join(part.last, part.first);
    return { ...part, isNullable: /^[*?]/.test(quantifier) || Number(least) === 0 };
  }

  /** An exact count leaves no choice: two copies in a row show every possible successor. */
  private readAgain(from: number, part: PatternPart): PatternPart {
    const end = this.at;
    this.at = from;
    const second = this.readOne();
    this.at = end;
    this.join(part.last, second.first);
    return { isNullable: false, first: part.first, last: second.last };
  }

  private readOne(): PatternPart {
    if (this.match(/\((?:\?:|(?!\?))/y) !== undefined) {
      const part = this.readAlternatives();
      if (!this.take(')')) throw new Unbounded(`${this.here()} is not read`);
      return part;
    }
    const read = readSet(this.pattern, this.at);
    if (read === undefined) throw new Unbounded(`${this.here()} is not read`);
    this.at = read.end;
    const place = this.sets.push(read.set) - 1;
    if (place >= maxPlaces) throw new Unbounded('it is too long');
    this.next.push([]);
    return { isNullable: false, first: [place], last: [place] };
  }

  private join(from: readonly number[], to: readonly number[]): void {
    for (const place of from) this.next[place]?.push(...to);
  }

  private take(char: string): boolean {
    if (this.pattern.charAt(this.at) !== char) return false;
    this.at += 1;
    return true;
  }

  /** `shape` is sticky. */
  private match(shape: RegExp): RegExpExecArray | undefined {
    shape.lastIndex = this.at;
    const found = shape.exec(this.pattern) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }

  private here(): string {
    return this.at < this.pattern.length ? JSON.stringify(this.pattern.slice(this.at, this.at + 10)) : 'its end';
  }
}
