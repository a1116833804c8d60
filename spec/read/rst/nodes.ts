import type { Element, ElementContent, Properties, Text } from 'hast';

/** An HTML element whose start tag would stand on a line of the page. */
export function element(
  tagName: string,
  line: number,
  children: readonly ElementContent[],
  properties: Properties = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children], position: positionOf(line) };
}

/** A text that begins on a line of the page; each newline in it begins the next line. */
export function textNode(value: string, line: number): Text {
  return { type: 'text', value, position: positionOf(line) };
}

/** Separates two blocks, so that their words do not run together. */
export function separator(): Text {
  return { type: 'text', value: '\n' };
}

function positionOf(line: number): NonNullable<Element['position']> {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}
