import type { Element } from 'hast';
import type { BlockReader } from './block.ts';
import { parseInline } from './inline.ts';
import { dedent, indentedFrom, isBlank, isIndented, type SourceLine, skipBlank } from './lines.ts';
import { element } from './nodes.ts';

const BULLET = /^[-*+•‣⁃](?: +|$)/;
const NUMBER = /^(?:\(?(?:\d{1,9}|[A-Za-z]|#)\)|(?:\d{1,9}|[A-Za-z]|#)\.) +(?=\S)/;

/** A list whose items have bullets of one kind, or numbers or letters of one form. */
export const readList: BlockReader = (lines, start, { nested }) => {
  const form = formOf(markerAt(lines, start));
  const items: Element[] = [];
  let next = start;
  for (let at = start; ; at = skipBlank(lines, next)) {
    const [line, marker] = [lines[at], markerAt(lines, at)];
    if (line === undefined || marker === undefined || formOf(marker) !== form) break;
    const below = indentedFrom(lines, at + 1, marker.length);
    const first = { text: line.text.slice(marker.length), number: line.number };
    items.push(
      element('li', line.number, nested([first, ...dedent(below, first.text === '' ? undefined : marker.length)])),
    );
    next = at + 1 + below.length;
  }
  if (next === start) return undefined;
  return { elements: [element(BULLET.test(`${form}`) ? 'ul' : 'ol', lines[start]?.number ?? 1, items)], next };
};

/** A term, and its meaning, indented below it without a blank line between. */
export const readDefinition: BlockReader = (lines, start, { nested }) => {
  const [term, below] = [lines[start], lines[start + 1]];
  if (term === undefined || below === undefined || !isIndented(below)) return undefined;
  const meaning = indentedFrom(lines, start + 1, 1);
  const dt = element('dt', term.number, parseInline(term.text, term.number));
  const dd = element('dd', below.number, nested(dedent(meaning)));
  return { elements: [element('dl', term.number, [dt, dd])], next: start + 1 + meaning.length };
};

function markerAt(lines: readonly SourceLine[], at: number): string | undefined {
  const [text, below] = [lines[at]?.text ?? '', lines[at + 1]];
  const bullet = BULLET.exec(text)?.[0];
  const number = NUMBER.exec(text)?.[0];
  // "A. Smith" begins a line of prose: an item continues below its text, a paragraph below its first letter
  const isItem = isBlank(below) || isIndented(below) || NUMBER.test(below?.text ?? '');
  return bullet ?? (isItem ? number : undefined);
}

/** The bullet, or the characters around a number: `-`, `1.`, `(a)`. */
function formOf(marker: string | undefined): string | undefined {
  return marker
    ?.trim()
    .replace(/[\d#]+/, '1')
    .replace(/[A-Za-z]/, 'a');
}
