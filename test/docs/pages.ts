import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../spec/root.ts';
import { type MarkdownNode, nodesOf, readMarkdown } from '../reports/tree.ts';

/** A block of code of a page. */
export interface CodeBlock {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const markdownBelow = (folder: string): readonly string[] =>
  readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

/** Every page for users: the READMEs, and all below docs. */
export const userPages: readonly string[] = ['README.md', 'README.zh-CN.md', ...markdownBelow('docs')];

export const textOf = (page: string): string => readFileSync(join(packageRoot(), page), 'utf8');

interface CodeNode extends MarkdownNode {
  readonly lang?: string | null;
}

/** The blocks of all pages, in their order. */
export const codeBlocks: readonly CodeBlock[] = userPages.flatMap((page) =>
  (nodesOf('code', readMarkdown(textOf(page))) as readonly CodeNode[]).map(({ lang, value = '' }) => ({
    page,
    language: lang ?? '',
    text: value,
  })),
);
