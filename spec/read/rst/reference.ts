import type { Element } from 'hast';
import { element, textNode } from './nodes.ts';

/** A label in the form for comparison: case and white space do not matter. */
export function labelOf(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A text without its backslashes; an escaped space disappears, because it only separates markup from text. */
export function unescaped(text: string): string {
  return text.replace(/\\(.?)/gs, (_whole, character: string) => character.trim());
}

/**
 * A link in the form of roles and references, `text <target>` or the target alone; `internal` targets are labels of
 * pages.
 */
export function linkOf(content: string, internal: boolean, line: number): Element {
  const open = content.endsWith('>') ? content.lastIndexOf('<') : -1;
  const explicit = open >= 0 && content[open - 1] !== '\\';
  const target = explicit ? content.slice(open + 1, -1) : content;
  const text = explicit && open > 0 ? content.slice(0, open).trim() : target;
  const href = internal ? `#${labelOf(unescaped(target))}` : target.replace(/\s+/g, '');
  return element('a', line, [textNode(unescaped(text), line)], { href });
}
