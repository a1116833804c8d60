import type { Element } from 'hast';
import { element, textNode } from './nodes.ts';

/** Labels differ neither by case nor by white space. */
export function labelOf(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A text without its backslashes; an escaped space only parted markup from text, and is gone. */
export function unescaped(text: string): string {
  return text.replace(/\\(.?)/gs, (_whole, character: string) => character.trim());
}

/** A link as roles and references write it, `text <target>` or the target alone; `internal` targets are labels of pages. */
export function linkOf(content: string, internal: boolean, line: number): Element {
  const open = content.endsWith('>') ? content.lastIndexOf('<') : -1;
  const explicit = open >= 0 && content[open - 1] !== '\\';
  const target = explicit ? content.slice(open + 1, -1) : content;
  const text = explicit && open > 0 ? content.slice(0, open).trim() : target;
  const href = internal ? `#${labelOf(unescaped(target))}` : target.replace(/\s+/g, '');
  return element('a', line, [textNode(unescaped(text), line)], { href });
}
