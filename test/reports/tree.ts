import type { Element, Nodes as HtmlNode, Root as HtmlRoot } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A page as a browser reads it: parse5, by way of `rehype-raw`. */
export function readHtml(text: string): HtmlRoot {
  const value = text.replace(/^<!doctype html>\n/, '');
  const raw = { type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value }] };
  return unified()
    .use(rehypeRaw)
    .runSync(raw as HtmlRoot) as HtmlRoot;
}

/** Every element of a page, in its order. */
export function elements(node: HtmlNode): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap(elements) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

/** The text of a page or of an element, style left out. */
export function textOf(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'style') return '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Elements, attributes and their nesting, a line each, without the texts; comments and the like would show as well. */
export function htmlShape(node: HtmlNode, depth = 0): string {
  const self = node.type === 'element' ? `${node.tagName} ${JSON.stringify(node.properties)}` : node.type;
  const below = 'children' in node ? node.children.filter(({ type }) => type !== 'text') : [];
  return [`${' '.repeat(depth)}${self}`, ...below.map((child) => htmlShape(child, depth + 1))].join('\n');
}

export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

/** Markdown as GitHub reads it, tables and bare addresses included. */
export function readMarkdown(text: string): MarkdownNode {
  return unified().use(remarkParse).use(remarkGfm).parse(text) as MarkdownNode;
}

/** The nodes of one type, in their order. */
export function nodesOf(type: string, node: MarkdownNode): readonly MarkdownNode[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => nodesOf(type, child))];
}

/** Nodes and their nesting, a line each, with every text that is not code. */
export function markdownShape(node: MarkdownNode, depth = 0): string {
  const text = node.type === 'text' ? ` ${JSON.stringify(node.value)}` : '';
  const below = (node.children ?? []).map((child) => markdownShape(child, depth + 1));
  return [`${' '.repeat(depth)}${node.type}${text}`, ...below].join('\n');
}
