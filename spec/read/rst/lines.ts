/** A line of the page, without the indentation of its block and without white space at its end. */
export interface SourceLine {
  readonly text: string;
  /** Its number on the page, from 1. */
  readonly number: number;
}

/** The columns of a tab, as in docutils. */
const TAB = 8;

export function linesOf(page: string): readonly SourceLine[] {
  return page.split(/\r\n?|\n/).map((line, index) => ({ text: expandTabs(line).trimEnd(), number: index + 1 }));
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let text = '';
  for (const part of line.split('\t')) text += part.padEnd((Math.floor(part.length / TAB) + 1) * TAB);
  return text;
}

export function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text === '';
}

export function isIndented(line: SourceLine | undefined): boolean {
  return line?.text.startsWith(' ') === true;
}

/** Index of the first line from `start` that is not blank; the number of lines if there is none. */
export function skipBlank(lines: readonly SourceLine[], start: number): number {
  let at = start;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return at;
}

/** The lines from `start` on that are blank or indented by `least` columns, without blank lines at their end. */
export function indentedFrom(lines: readonly SourceLine[], start: number, least: number): readonly SourceLine[] {
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const { text } = lines[at] as SourceLine;
    if (text === '') continue;
    if (indentOf(text) < least) break;
    end = at + 1;
  }
  return lines.slice(start, end);
}

/** The lines without their first `by` columns, by default the common indentation. */
export function dedent(lines: readonly SourceLine[], by = indentOfAll(lines)): readonly SourceLine[] {
  return by === 0 ? lines : lines.map(({ text, number }) => ({ text: text.slice(by), number }));
}

function indentOfAll(lines: readonly SourceLine[]): number {
  return lines.reduce((least, { text }) => (text === '' ? least : Math.min(least, indentOf(text))), Infinity);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
