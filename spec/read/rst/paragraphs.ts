import type { Element } from 'hast';
import type { BlockReader } from './block.ts';
import { parseInline } from './inline.ts';
import { dedent, indentedFrom, isBlank, isIndented, type SourceLine, skipBlank } from './lines.ts';
import { element, textNode } from './nodes.ts';
import { tableFault } from './table-tree.ts';

/** `:name: value`, the form of bibliographic fields and of a directive's options; never a role. */
export const FIELD = /^:[^:\s`][^:`]*:(?: |$)/;

/** A row or border without its table, which would be lost in prose. */
const DRAWN = /^\|\s.*\s\|$|^\+[-=+]+\+$|^=+(?: +=+)+$/;

/**
 * Flush lines up to the next blank one; if they end in `::`, the indented block below is literal.
 *
 * @throws TableError if one of them is a row or border of a table
 */
export const readParagraph: BlockReader = (lines, start, scope) => {
  let end = start;
  for (let line = lines[end]; line !== undefined && !isBlank(line) && !isIndented(line); line = lines[end]) {
    if (DRAWN.test(line.text)) throw tableFault(scope, line.number, 'a row or border outside a table');
    end += 1;
  }
  const number = lines[start]?.number ?? 1;
  const text = textOf(lines.slice(start, end));
  if (!text.endsWith('::')) return { elements: [paragraph(text, number)], next: end };
  const shown = /(?:^|\s)::$/.test(text) ? text.slice(0, -2).trimEnd() : text.slice(0, -1);
  const code = indentedFrom(lines, skipBlank(lines, end), 1);
  const elements = shown === '' ? [] : [paragraph(shown, number)];
  if (code.length === 0) return { elements, next: end };
  return { elements: [...elements, preformatted(code)], next: skipBlank(lines, end) + code.length };
};

/** A block that is indented without a marker: a quotation, which RST does not distinguish from a continuation. */
export const readIndented: BlockReader = (lines, start, { nested }) => {
  if (!isIndented(lines[start])) return undefined;
  const block = indentedFrom(lines, start, 1);
  return {
    elements: [element('div', lines[start]?.number ?? 1, nested(dedent(block)))],
    next: start + block.length,
  };
};

/** Drops fields at the beginning of the page, which describe the file and not its subject. */
export const readDocumentFields: BlockReader = (lines, start, { top }) => {
  if (!top || start !== skipBlank(lines, 0)) return undefined;
  let next = start;
  for (let at = start; FIELD.test(lines[at]?.text ?? ''); at = skipBlank(lines, next)) {
    next = at + 1 + indentedFrom(lines, at + 1, 1).length;
  }
  return next === start ? undefined : { elements: [], next };
};

export function paragraph(text: string, line: number): Element {
  return element('p', line, parseInline(text, line));
}

/** A block of code: the text without its indentation. */
export function preformatted(block: readonly SourceLine[], line = block[0]?.number ?? 1): Element {
  const code = dedent(block.slice(skipBlank(block, 0)));
  const number = code[0]?.number ?? line;
  return element('pre', line, [element('code', number, [textNode(`${textOf(code)}\n`, number)])]);
}

function textOf(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
