import type { FieldContext } from './field.ts';
import type { SaidKeyword } from './kind.ts';
import { subjectOf } from './subject.ts';

/** Beginnings of clauses that go on about the field. */
const ITS =
  /^(?:it|this|its|the (?:value|parameter|field|string|length)|value|该|此|本|取值|参数|值|支持|可|只|仅|不|必须|格式|类型|string|字符串|must|can|only|required|optional)/iu;

/** Whether a clause has turned to another thing, so that later clauses without a subject may be about that thing. */
export function isForeign(piece: string, field: FieldContext, isFirst: boolean): boolean {
  if (isFirst) return /\d/.test(piece) && !ITS.test(piece);
  return !ITS.test(piece) && subjectOf(piece, field, isFirst) === null;
}

/** Whether a bracketed clause is an aside about everything before it, and not a word within a clause. */
export function endsBracket(after: string): boolean {
  return /^[^()]*(?:$|\)\s*(?:$|[,;:)]))/u.test(after);
}

/** Whether a statement is about the field as a whole. */
export function isFate({ keyword }: SaidKeyword): boolean {
  return /^(?:deprecated|readOnly|required|x-reserved|x-unsupported)$/.test(keyword);
}

export function isBound({ keyword }: SaidKeyword): boolean {
  return /^(?:min|max|exclusive|enum)/.test(keyword);
}
