import type { Element, Root } from 'hast';
import { anchorOf, usable } from './anchor.ts';
import { isBlock, isHeading, isList, isNote, lineOf, rawText } from './elements.ts';
import { SectionError, TableError } from './errors.ts';
import type { Code, ParameterRow, Section, Sentence } from './page.ts';
import { hasTable, readTable } from './table.ts';
import { type Inline, normalise, plainText, sentencesOf } from './text.ts';
import { HEADINGS, type PagePlace } from './vocabulary.ts';

interface OpenSection extends Section {
  readonly depth: number;
  readonly sentences: Sentence[];
  readonly tables: (readonly ParameterRow[])[];
  readonly codes: Code[];
}

/** What surrounds a block. */
interface BlockContext {
  readonly parent: Sentence | null;
  readonly note: { readonly line: number; readonly anchor: string | null } | null;
  readonly row: ParameterRow | null;
}

const NOWHERE: BlockContext = { parent: null, note: null, row: null };

/**
 * Cuts the tree of a page into its sections, and these into sentences, tables and blocks of code.
 *
 * @throws SectionError when a section is there twice
 * @throws TableError, UnsupportedError from the tables
 */
export function readSections(tree: Root, file: string): readonly Section[] {
  const sections: OpenSection[] = [open('other', '', 1, null, 0)];
  const section = (): OpenSection => sections.at(-1) as OpenSection;

  const blocks = (nodes: readonly Inline[], context: BlockContext, line: number): void => {
    let parent = context.parent;
    let inline: Inline[] = [];
    const flush = (): void => {
      parent = prose(inline, null, context, line) ?? parent;
      inline = [];
    };
    for (const node of nodes) {
      if (node.type !== 'element' || !isBlock(node)) {
        inline.push(node);
        continue;
      }
      flush();
      if (node.tagName === 'p') parent = prose(node.children, node, context, line) ?? parent;
      else block(node, isList(node) ? { ...context, parent } : context, line);
    }
    flush();
  };

  const block = (element: Element, context: BlockContext, outer: number): void => {
    const line = lineOf(element, outer);
    const place = section().place;
    if (isHeading(element)) heading(element, line);
    else if (element.tagName === 'pre') code(element, line);
    else if (element.tagName === 'table' && hasTable(place)) table(element, context, line);
    else if (isNote(element))
      blocks(element.children, { ...context, note: { line, anchor: usable(element.properties.id) } }, line);
    else blocks(element.children, context, line);
  };

  const prose = (
    nodes: readonly Inline[],
    of: Element | null,
    context: BlockContext,
    outer: number,
  ): Sentence | undefined => {
    const { place, heading, anchor, sentences } = section();
    const own = of === null ? null : anchorOf(of);
    const nearest = context.note?.anchor ?? own ?? context.row?.anchor ?? anchor;
    const found = sentencesOf(nodes, of === null ? outer : lineOf(of, outer)).map(
      ({ text, line }): Sentence => ({
        place,
        heading,
        line,
        anchor: nearest,
        text,
        noteLine: context.note?.line ?? null,
        parent: context.parent,
        row: context.row,
      }),
    );
    sentences.push(...found);
    return found.at(-1);
  };

  const heading = (element: Element, line: number): void => {
    const text = plainText(element.children);
    const depth = Number(element.tagName.slice(1));
    const place = placeOf(text, sections.length === 1);
    if (place !== 'other' && sections.some((each) => each.place === place)) {
      throw new SectionError(
        { file, line },
        `a second section "${text.slice(0, 80)}"`,
        'give the page of one operation',
      );
    }
    // A deeper heading that is not known only divides the section it stands in.
    const within = place === 'other' && section().place !== 'title' && depth > section().depth;
    if (!within) sections.push(open(place, text, line, anchorOf(element), depth));
    if (place === 'other' || place === 'title') prose(element.children, element, NOWHERE, line);
  };

  const code = (element: Element, line: number): void => {
    const { heading, anchor, codes } = section();
    const source = rawText(element);
    if (/^\s*[[{]/.test(source)) codes.push({ heading, line, anchor, source, text: normalise(source) });
    else prose(element.children, element, NOWHERE, line);
  };

  const table = (element: Element, context: BlockContext, line: number): void => {
    const { place, heading, anchor, tables } = section();
    if (context.row !== null || !hasTable(place)) {
      throw new TableError({ file, line }, 'a table inside a table', 'give each parameter one row of one table');
    }
    const rows: ParameterRow[] = [];
    for (const { description, ...read } of readTable(element, place, file)) {
      const row: ParameterRow = { ...read, place, heading, anchor: read.anchor ?? anchor };
      rows.push(row);
      blocks(description.children, { ...context, row }, lineOf(description, row.line));
    }
    tables.push(rows);
  };

  blocks(tree.children, NOWHERE, 1);
  return sections;
}

function open(place: PagePlace, heading: string, line: number, anchor: string | null, depth: number): OpenSection {
  return { place, heading, line, anchor, depth, text: normalise(heading), sentences: [], tables: [], codes: [] };
}

function placeOf(heading: string, first: boolean): PagePlace {
  const text = normalise(heading).toLowerCase();
  for (const place of Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]) {
    const known: readonly string[] = HEADINGS[place];
    if (known.includes(text)) return place;
  }
  return first ? 'title' : 'other';
}
