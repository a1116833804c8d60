import type { Element, Root } from 'hast';
import { anchorOf, anchorsIn, usable } from './anchor.ts';
import { isBlock, isHeading, isList, isNote, lineOf, rawText } from './elements.ts';
import { SectionError, TableError } from './errors.ts';
import type { Code, ParameterRow, ParameterTable, Section, Sentence } from './page.ts';
import { hasTable, readTable } from './table.ts';
import { type Inline, normalise, plainText, sentencesOf } from './text.ts';
import { HEADINGS, type PagePlace } from './vocabulary.ts';

interface OpenSection extends Section {
  readonly depth: number;
  readonly sentences: Sentence[];
  readonly tables: ParameterTable[];
  readonly codes: Code[];
}

/** The context of a block. */
interface BlockContext {
  readonly parent: Sentence | null;
  readonly note: { readonly line: number; readonly anchor: string | null } | null;
  readonly row: ParameterRow | null;
  readonly label: TableLabel;
}

/** The text above a table in its own part of the page. */
interface TableLabel {
  readonly text: string;
  readonly anchors: readonly string[];
}

const UNLABELLED: TableLabel = { text: '', anchors: [] };
const NOWHERE: BlockContext = { parent: null, note: null, row: null, label: UNLABELLED };

/**
 * Cuts the tree of a page into its sections, and these into sentences, tables and blocks of code.
 *
 * @throws SectionError if a section occurs twice
 * @throws TableError, UnsupportedError from the tables
 */
export function readSections(tree: Root, file: string): readonly Section[] {
  const sections: OpenSection[] = [open('other', '', 1, null, 0)];
  const section = (): OpenSection => sections.at(-1) as OpenSection;

  const blocks = (nodes: readonly Inline[], context: BlockContext, line: number): void => {
    let { parent, label } = context;
    let inline: Inline[] = [];
    const flush = (): void => {
      parent = prose(inline, null, context, line) ?? parent;
      label = labelled(label, inline);
      inline = [];
    };
    for (const node of nodes) {
      if (node.type !== 'element' || !isBlock(node)) {
        inline.push(node);
        continue;
      }
      flush();
      if (node.tagName === 'p') {
        parent = prose(node.children, node, context, line) ?? parent;
        label = labelled(label, [node]);
      } else {
        block(node, { ...context, label, ...(isList(node) ? { parent } : {}) }, line);
        // text above a heading introduces nothing below it
        if (isHeading(node)) ({ parent, label } = context);
      }
    }
    flush();
  };

  const block = (element: Element, context: BlockContext, outer: number): void => {
    const line = lineOf(element, outer);
    const place = section().place;
    const own = usable(element.properties.id);
    if (own !== null) context = { ...context, label: { ...context.label, anchors: [...context.label.anchors, own] } };
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
    const again = sections.some((each) => each.place === place && (place === 'uri' || each.text === normalise(text)));
    if (place !== 'other' && again) {
      throw new SectionError(
        { file, line },
        `a second section "${text.slice(0, 80)}"`,
        'give the page of one operation',
      );
    }
    // an unknown heading of a deeper level only divides its section
    const within = place === 'other' && section().place !== 'title' && depth > section().depth;
    if (!within) sections.push(open(place, text, line, anchorOf(element), depth));
    if (place === 'other' || place === 'title') prose(element.children, element, NOWHERE, line);
  };

  const code = (element: Element, line: number): void => {
    const { heading, anchor, codes } = section();
    const source = withoutRequestLine(rawText(element));
    if (/^\s*[[{]/.test(source)) codes.push({ heading, line, anchor, source, text: normalise(source) });
    else prose(element.children, element, NOWHERE, line);
  };

  const table = (element: Element, context: BlockContext, line: number): void => {
    const { place, heading, anchor, tables } = section();
    if (context.row !== null || !hasTable(place)) {
      throw new TableError({ file, line }, 'a table inside a table', 'give each parameter one row of one table');
    }
    const rows: ParameterRow[] = [];
    for (const { prose, ...read } of readTable(element, place, file)) {
      const sentences: Sentence[] = [];
      const row: ParameterRow = { ...read, place, heading, anchor: read.anchor ?? anchor, sentences };
      rows.push(row);
      const before = section().sentences.length;
      for (const cell of prose) blocks(cell.children, { ...context, row }, lineOf(cell, row.line));
      sentences.push(...section().sentences.slice(before));
    }
    tables.push({ line, label: context.label.text, anchors: context.label.anchors, rows });
  };

  blocks(tree.children, NOWHERE, 1);
  return sections;
}

/** The label with a further paragraph: its text replaces the earlier one, its anchors are added. */
function labelled(before: TableLabel, nodes: readonly Inline[]): TableLabel {
  const text = normalise(plainText(nodes));
  const anchors = anchorsIn(nodes);
  return text === '' ? { text: before.text, anchors: [...before.anchors, ...anchors] } : { text, anchors };
}

function open(place: PagePlace, heading: string, line: number, anchor: string | null, depth: number): OpenSection {
  return { place, heading, line, anchor, depth, text: normalise(heading), sentences: [], tables: [], codes: [] };
}

/** The sample of a request without a request line and headers, with which it can begin. */
function withoutRequestLine(source: string): string {
  return /^\s*(?:[A-Z]{3,7} \S|HTTP\/)/.test(source)
    ? source.slice(Math.max(0, source.search(/^[ \t]*[[{]/m)))
    : source;
}

function placeOf(heading: string, first: boolean): PagePlace {
  const text = normalise(heading).toLowerCase();
  for (const place of Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]) {
    const known: readonly string[] = HEADINGS[place];
    if (known.includes(text)) return place;
  }
  return first ? 'title' : 'other';
}
