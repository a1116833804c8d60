import type { Element, ElementContent, RootContent } from 'hast';

export type Inline = RootContent | ElementContent;

/** A piece of text with the line of each of its characters. */
interface Flow {
  readonly text: string;
  readonly lines: readonly number[];
}

/** One sentence, normalised, without its full stop or colon, and the line on which it begins. */
export interface SentencePiece {
  readonly text: string;
  readonly line: number;
}

/** The end of a sentence; a hard line break is one as well, and is passed on as U+2028. */
const SENTENCE_END = /[。！？；\u2028]|[.!?;](?=\s|$)/u;

/** The form in which texts are compared and hashed: full-width like half-width, white space collapsed. */
export function normalise(text: string): string {
  return collapse(text.normalize('NFKC'));
}

/** The text with white space collapsed. */
function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Splits the text of inline nodes into sentences. `line` is used for text whose own line is unknown. */
export function sentencesOf(nodes: readonly Inline[], line: number): readonly SentencePiece[] {
  const flow = flowOf(nodes, line);
  const pieces: SentencePiece[] = [];
  let start = 0;
  for (const part of flow.text.split(SENTENCE_END)) {
    const text = normalise(part).replace(/[\s:]+$/u, '');
    const first = start + part.length - part.trimStart().length;
    if (text !== '') pieces.push({ text, line: flow.lines[first] ?? line });
    start += part.length + 1;
  }
  return pieces;
}

/** All text below some nodes, collapsed. */
export function plainText(nodes: readonly Inline[]): string {
  return collapse(flowOf(nodes, 1).text);
}

function flowOf(nodes: readonly Inline[], from: number): Flow {
  const lines: number[] = [];
  let text = '';
  let line = from;
  const visit = (node: Inline): void => {
    if (node.type === 'text') {
      line = startOf(node.value, node.position) ?? line;
      for (const character of node.value) {
        for (let unit = 0; unit < character.length; unit += 1) lines.push(line);
        if (character === '\n') line += 1;
      }
      text += node.value;
    } else if (node.type === 'element') {
      line = node.position?.start?.line ?? line;
      if (node.tagName === 'br') {
        text += '\u2028';
        lines.push(line);
      } else {
        node.children.forEach(visit);
      }
    }
  };
  nodes.forEach(visit);
  return { text, lines };
}

/** The start of a text. Texts that the HTML parser joined keep only the end of their position. */
function startOf(value: string, position: Element['position']): number | undefined {
  const start: number | undefined = position?.start?.line;
  const end: number | undefined = position?.end?.line;
  return start ?? (end === undefined ? undefined : end - (value.split('\n').length - 1));
}
