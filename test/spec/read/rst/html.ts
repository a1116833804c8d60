import type { Nodes } from 'hast';
import { parseRst } from '../../../../spec/read/rst.ts';

/** A page as the HTML that its tree stands for, less the white space between blocks. */
export function html(...lines: readonly string[]): string {
  return htmlOf(parseRst(lines.join('\n'), 'page.rst'));
}

/** The same with the line of each element, as in `<p 3>`. */
export function htmlWithLines(...lines: readonly string[]): string {
  return htmlOf(parseRst(lines.join('\n'), 'page.rst'), true);
}

function htmlOf(node: Nodes, numbered = false): string {
  if (node.type === 'text') return node.value === '\n' ? '' : node.value;
  if (node.type !== 'root' && node.type !== 'element') throw new Error(`the tree has a ${node.type}`);
  const inside = node.children.map((child) => htmlOf(child, numbered)).join('');
  if (node.type === 'root') return inside;
  const { className, ...others } = node.properties;
  const attributes = Object.entries({ ...others, ...(className ? { class: className } : {}) });
  const written = attributes.map(([name, value]) => ` ${name}=${String(value)}`).join('');
  return `<${node.tagName}${numbered ? ` ${node.position?.start.line}` : ''}${written}>${inside}</${node.tagName}>`;
}
