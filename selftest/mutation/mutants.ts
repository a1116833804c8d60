import { parseSync, Visitor } from 'oxc-parser';
import { operators } from './operators/index.ts';
import { regionsOf } from './regions.ts';
import type { Range } from './uses.ts';

/** One slip in one file, as an edit of its text. */
export interface Mutant {
  /** Path from the top of the project, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly now: string;
  /** The edit and the line around it: it stays the same while other lines come and go. Unique in its file. */
  readonly key: string;
  /** Whether it is a line of a judge, or a bound of a generator, which are always tried. */
  readonly telling: boolean;
}

/** Every mutant of a file, in the order of its text. Throws if the file cannot be parsed. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const { skipped, telling } = regionsOf(file, program);
  const found = new Map<string, Range & { readonly now: string }>();
  const edit = (start: number, end: number, now: string): void => {
    const isSkipped = skipped.some((range) => start >= range.start && end <= range.end);
    if (!isSkipped && text.slice(start, end) !== now) found.set(`${start} ${end} ${now}`, { start, end, now });
  };
  for (const operator of operators) new Visitor(operator(text, edit)).visit(program);
  const seen = new Map<string, number>();
  return [...found.values()]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map(({ start, end, now }) => {
      const was = text.slice(start, end);
      const plain = `${short(was)} → ${short(now)} in ${short(lineAt(text, start).trim())}`;
      const times = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, times);
      const key = times === 1 ? plain : `${plain} (${times})`;
      const line = text.slice(0, start).split('\n').length;
      return { file, line, start, end, was, now, key, telling: telling({ start, end }, was) };
    });
}

/** The file's text with the mutant's edit. */
export function applied(text: string, { start, end, now }: Mutant): string {
  return text.slice(0, start) + now + text.slice(end);
}

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to < 0 ? undefined : to);
}

function short(text: string): string {
  const one = text.replaceAll(/\s+/g, ' ');
  return one.length > 100 ? `${one.slice(0, 100)}…` : one;
}
