import type { Sentence } from '../../read/page.ts';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

/** One field of a page, as its table describes it. */
export interface DescribedField {
  /** In the page's spelling, e.g. `new_size`. */
  readonly name: string;
  /** Null if the table has no such column. */
  readonly type: FieldType | null;
  /** Type of the items of an array; null if it is unknown. */
  readonly items: FieldType | null;
  readonly where: 'path' | 'query' | 'request' | 'response';
  /** The sentences of the description cell, in the order of the page. */
  readonly sentences: readonly Sentence[];
}

/** The readers' knowledge of a field, besides its table. */
export interface FieldContext {
  readonly name: string;
  readonly type: FieldType | null;
  readonly items: FieldType | null;
  readonly where: DescribedField['where'];
  /** The beginning of the cell, up to the first comma: mostly a definition of the field. */
  readonly head: string;
  /** The unit in which the cell counts, in small letters, e.g. `gb`; null if it names none. */
  readonly unit: string | null;
}

const UNIT =
  /单位(?:为|是|:)?\s*(?<zh>[A-Za-z]{1,8}|%|秒|分钟|小时|天)|\b(?:in|unit(?: is|:)?) (?<en>[KMGTP]i?B|seconds?|minutes?|hours?|days?|%)(?![A-Za-z])/iu;

/** @param sentences - of the cell, with those joined that a bracket spans */
export function contextOf(field: DescribedField, sentences: readonly string[]): FieldContext {
  const { name, type, items, where } = field;
  const found = sentences.map((text) => UNIT.exec(text)).find((match) => match !== null)?.groups;
  return {
    name,
    type,
    items,
    where,
    head: headOf(sentences[0] ?? ''),
    unit: (found?.zh ?? found?.en)?.toLowerCase() ?? null,
  };
}

function headOf(text: string): string {
  const plain = text
    .replace(/^\(?optional\)?\s*/iu, '')
    .replace(/^(?:功能说明|参数解释|参数说明|说明|描述|含义|定义|description|definition|explanation):\s*/iu, '');
  return plain.split(/[,;:()]/u)[0]?.trim() ?? '';
}
