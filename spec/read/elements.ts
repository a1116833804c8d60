import type { Element } from 'hast';
import type { Inline } from './text.ts';

const CONTAINERS =
  /^(?:ul|ol|li|blockquote|div|section|article|dl|dt|dd|details|summary|t(?:head|body|foot|r|d|h)|center)$/;
const NOTES = /^(?:note|notice|caution|warning|tip)$/;
const LISTS = /^(?:ul|ol|dl)$/;

export function isBlock({ tagName }: Element): boolean {
  return /^(?:p|pre|table|h[1-6])$/.test(tagName) || CONTAINERS.test(tagName);
}

export function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

export function isNote({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'blockquote' || (Array.isArray(className) && className.some((name) => NOTES.test(String(name))));
}

/** The text of a block of code, unchanged. */
export function rawText(node: Inline): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(rawText).join('') : '';
}

export function lineOf(element: Element, otherwise: number): number {
  return element.position?.start?.line ?? otherwise;
}

export function isList({ tagName }: Element): boolean {
  return LISTS.test(tagName);
}
