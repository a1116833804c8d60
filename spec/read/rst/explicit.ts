import type { Element, ElementContent } from 'hast';
import type { BlockReader, BlockScope } from './block.ts';
import { dedent, indentedFrom, isBlank, isIndented, type SourceLine } from './lines.ts';
import { element } from './nodes.ts';
import { FIELD, paragraph, preformatted } from './paragraphs.ts';
import { labelOf, unescaped } from './reference.ts';
import { tableFault } from './table-tree.ts';

const LABEL = /^\.\. _(?:`([^`]+)`|((?:[^\s:\\`]|\\.|[ :](?=\S))+)):$/;
/** Targets outside the page, and substitutions. */
const ELSEWHERE = /^(?:\.\. (?:_|\|)|__ )/;
const DIRECTIVE = /^\.\. +([\w.+-]+(?::[\w.+-]+)*) ?::(?: +(.*))?$/;
const COMMENT = /^\.\.(?: |$)/;
const FOOTNOTE = /^\.\. +\[[^\]]{1,80}\] +/;

/** Directives for notes; the class distinguishes a remark (note, tip) from a warning (notice, caution, warning). */
const NOTES: Readonly<Record<string, string>> = {
  note: 'note',
  seealso: 'note',
  admonition: 'note',
  tip: 'tip',
  hint: 'tip',
  important: 'notice',
  deprecated: 'notice',
  caution: 'caution',
  attention: 'caution',
  warning: 'warning',
  danger: 'warning',
  error: 'warning',
};
const CODE = /^(?:code|code-block|sourcecode|parsed-literal|highlight|math|literalinclude)$/;
/** Directives whose content is not read. */
const MUTE = /^(?:image|raw|include|toctree|contents|meta|index|role|default-role|sectnum|header|footer)$/;
/** Tables that are not drawn: read as lists or prose, they would be lost. */
const UNDRAWN = /^(?:list-table|csv-table|flat-table)$/;
/** Directives whose argument is not text of the page. */
const WORDLESS = /^(?:figure|class|rst-class|container|only|cssclass)$/;

/** `.. _name:`, a label for the next element. */
export const readLabel: BlockReader = (lines, start) => {
  const [, quoted, plain] = LABEL.exec(lines[start]?.text ?? '') ?? [];
  const name = quoted ?? plain;
  return name === undefined ? undefined : { elements: [], next: start + 1, label: labelOf(unescaped(name)) };
};

export const readDropped: BlockReader = (lines, start) =>
  ELSEWHERE.test(lines[start]?.text ?? '') ? { elements: [], next: afterBody(lines, start) } : undefined;

export const readDirective: BlockReader = (lines, start, scope) => {
  const line = lines[start];
  const [, name, argument = ''] = DIRECTIVE.exec(line?.text ?? '') ?? [];
  if (line === undefined || name === undefined) return undefined;
  const next = afterBody(lines, start);
  const body = withoutOptions(dedent(lines.slice(start + 1, next)));
  return { elements: directive(name.toLowerCase(), { text: argument, number: line.number }, body, scope), next };
};

/** Other text that begins with two points: a footnote is read, a comment is not. */
export const readComment: BlockReader = (lines, start, { nested }) => {
  const line = lines[start];
  if (line === undefined || !COMMENT.test(line.text)) return undefined;
  const next = afterBody(lines, start);
  const footnote = FOOTNOTE.exec(line.text)?.[0];
  if (footnote === undefined) return { elements: [], next };
  const first = { text: line.text.slice(footnote.length), number: line.number };
  return { elements: [element('div', line.number, nested([first, ...dedent(lines.slice(start + 1, next))]))], next };
};

function directive(
  name: string,
  argument: SourceLine,
  body: readonly SourceLine[],
  scope: BlockScope,
): readonly Element[] {
  const { nested } = scope;
  if (MUTE.test(name)) return [];
  if (CODE.test(name)) return body.every(isBlank) ? [] : [preformatted(body, argument.number)];
  const note = Object.hasOwn(NOTES, name) ? NOTES[name] : undefined;
  if (note !== undefined) {
    return [element('div', argument.number, nested([argument, ...body]), { className: [note] })];
  }
  const words = argument.text === '' || WORDLESS.test(name) ? [] : [paragraph(argument.text, argument.number)];
  const content = nested(body).filter(isElement);
  if (UNDRAWN.test(name)) throw tableFault(scope, argument.number, `a ${name} is not read`);
  if (name === 'table' && content.every(({ tagName }) => tagName !== 'table')) {
    throw tableFault(scope, argument.number, 'the table is missing');
  }
  return [...words, ...content];
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}

/** Index of the line after an explicit block; the lines below an empty comment do not belong to it. */
function afterBody(lines: readonly SourceLine[], start: number): number {
  if (lines[start]?.text === '..' && !isIndented(lines[start + 1])) return start + 1;
  return start + 1 + indentedFrom(lines, start + 1, 1).length;
}

/** The body without its options, which stand before the first blank line. */
function withoutOptions(body: readonly SourceLine[]): readonly SourceLine[] {
  let at = 0;
  while (FIELD.test(body[at]?.text ?? '')) {
    at += 1;
    while (isIndented(body[at])) at += 1;
  }
  return body.slice(at);
}
