import type { FieldType } from '../../../../spec/derive/constraints/field.ts';
import { type ReadConstraints, readConstraints } from '../../../../spec/derive/constraints/read.ts';
import type { Sentence } from '../../../../spec/read/page.ts';
import { sentencesOf } from '../../../../spec/read/text.ts';

export interface CellOptions {
  readonly name?: string;
  readonly type?: FieldType | null;
  readonly items?: FieldType;
  readonly where?: 'path' | 'query' | 'request' | 'response';
}

/** The sentences of a cell: one paragraph a line, a line that begins with `- ` an item of the list below the line before. */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let parent: Sentence | null = null;
  for (const [index, written] of text.split('\n').entries()) {
    const isItem = written.startsWith('- ');
    const value = isItem ? written.slice(2) : written;
    for (const piece of sentencesOf([{ type: 'text', value }], index + 1)) {
      found.push({
        place: 'request',
        heading: 'Request',
        line: index + 1,
        anchor: null,
        text: piece.text,
        noteLine: null,
        parent: isItem ? parent : null,
        row: null,
      });
    }
    if (!isItem) parent = found.at(-1) ?? null;
  }
  return found;
}

export function readCell(text: string, options: CellOptions = {}): ReadConstraints {
  const { name = 'field', type = 'string', items = null, where = 'request' } = options;
  return readConstraints({ name, type, items, where, sentences: sentences(text) });
}
