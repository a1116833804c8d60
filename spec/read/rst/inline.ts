import type { ElementContent } from 'hast';
import { type Delimiter, type Mark, markAt } from './marks.ts';
import { element, textNode } from './nodes.ts';
import { linkOf, unescaped } from './reference.ts';

/** Positions where markup can begin, or where a backslash escapes the next character. */
const SPECIAL = /[\\*`|:]/g;
const LABEL_ROLES = /^(?:ref|numref|term|any|std:ref|std:numref)$/;
const LINK_ROLES = /^(?:doc|download)$/;
const CODE_ROLES = /^(?:code|literal|samp|file|command|option|envvar|kbd)$/;

/**
 * The text of a paragraph, its lines joined by newlines, as text, `strong`, `em`, `code` and `a`; images and other
 * substitutions are dropped. A mark without an end is text. `line` is the line of the first character.
 */
export function parseInline(text: string, line: number): readonly ElementContent[] {
  const nodes: ElementContent[] = [];
  const endless = new Set<Delimiter>();
  let plain = '';
  let [at, number, plainLine] = [0, line, line];

  const skipTo = (to: number): void => {
    for (; at < to; at += 1) if (text[at] === '\n') number += 1;
  };
  const keepTo = (to: number): void => {
    if (plain === '') plainLine = number;
    plain += text.slice(at, to);
    skipTo(to);
  };
  const flush = (): void => {
    if (plain !== '') nodes.push(textNode(plain, plainLine));
    plain = '';
  };

  while (at < text.length) {
    SPECIAL.lastIndex = at;
    keepTo(SPECIAL.exec(text)?.index ?? text.length);
    const mark = at < text.length ? markAt(text, at, endless) : undefined;
    if (mark !== undefined) {
      flush();
      nodes.push(...nodesOf(mark, number));
      skipTo(mark.end);
    } else if (text[at] === '\\') {
      skipTo(at + 1);
      if (/\S/.test(text[at] ?? '')) keepTo(at + 1);
      else {
        flush();
        skipTo(Math.min(at + 1, text.length));
      }
    } else {
      keepTo(Math.min(at + 1, text.length));
    }
  }
  flush();
  return nodes;
}

function nodesOf({ delimiter, content, role, link }: Mark, line: number): readonly ElementContent[] {
  const plain = [textNode(unescaped(content), line)];
  // names of images have no spaces: words between vertical bars are text
  if (delimiter === '|') return /\s/.test(content) ? [textNode(`|${unescaped(content)}|`, line)] : [];
  if (delimiter === '**') return [element('strong', line, plain)];
  if (delimiter === '*') return [element('em', line, plain)];
  if (delimiter === '``') return [element('code', line, [textNode(content, line)])];
  if (role === undefined) return link ? [linkOf(content, !content.endsWith('>'), line)] : plain;
  if (LABEL_ROLES.test(role)) return [linkOf(content, true, line)];
  if (LINK_ROLES.test(role)) return [linkOf(content, false, line)];
  return CODE_ROLES.test(role) ? [element('code', line, plain)] : plain;
}
