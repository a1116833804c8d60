import type { Element } from 'hast';
import type { BlockReader, BlockScope } from './block.ts';
import { parseInline } from './inline.ts';
import { dedent, indentedFrom, isBlank, isIndented, type SourceLine, skipBlank } from './lines.ts';
import { element } from './nodes.ts';

const BULLET = /^([-*+•‣⁃])(?: +|$)/;
const NUMBER = /^(?:\(?(?:\d{1,9}|[A-Za-z]|#)\)|(?:\d{1,9}|[A-Za-z]|#)\.) +(?=\S)/;

export const readBullets: BlockReader = (lines, start, scope) => {
  const bullet = markerOf(BULLET, lines[start])?.charAt(0);
  return bullet === undefined ? undefined : readList('ul', (marker) => marker.startsWith(bullet), lines, start, scope);
};

export const readNumbers: BlockReader = (lines, start, scope) => {
  const marker = markerOf(NUMBER, lines[start]);
  if (marker === undefined) return undefined;
  // "A. Smith" begins a line of prose: the text of an item goes on below itself, that of a paragraph below the marker
  const below = lines[start + 1];
  if (!isBlank(below) && !isIndented(below) && markerOf(NUMBER, below) === undefined) return undefined;
  return readList('ol', () => true, lines, start, scope);
};

/** A term, and indented below it, without a blank line, what it means. */
export const readDefinition: BlockReader = (lines, start, { nested }) => {
  const [term, below] = [lines[start], lines[start + 1]];
  if (term === undefined || below === undefined || !isIndented(below)) return undefined;
  const meaning = indentedFrom(lines, start + 1, 1);
  const dt = element('dt', term.number, parseInline(term.text, term.number));
  const dd = element('dd', below.number, nested(dedent(meaning)));
  return { elements: [element('dl', term.number, [dt, dd])], next: start + 1 + meaning.length };
};

function readList(
  tagName: 'ul' | 'ol',
  belongs: (marker: string) => boolean,
  lines: readonly SourceLine[],
  start: number,
  { nested }: BlockScope,
) {
  const pattern = tagName === 'ul' ? BULLET : NUMBER;
  const items: Element[] = [];
  let next = start;
  for (let at = start; ; at = skipBlank(lines, next)) {
    const line = lines[at];
    const marker = markerOf(pattern, line);
    if (line === undefined || marker === undefined || !belongs(marker)) break;
    const below = indentedFrom(lines, at + 1, marker.length);
    const first = { text: line.text.slice(marker.length), number: line.number };
    const rest =
      first.text === ''
        ? dedent(below)
        : below.map(({ text, number }) => ({ text: text.slice(marker.length), number }));
    items.push(element('li', line.number, nested([first, ...rest])));
    next = at + 1 + below.length;
  }
  return { elements: [element(tagName, lines[start]?.number ?? 1, items)], next };
}

function markerOf(pattern: RegExp, line: SourceLine | undefined): string | undefined {
  return pattern.exec(line?.text ?? '')?.[0];
}
