import type { ClauseReader, SaidKeyword } from './kind.ts';
import { clause } from './pattern.ts';

const TIME = String.raw`(?:UTC\s*)?Y{4}-MM-DD(?:T|'T')HH:MM:SS(?:[.,](?:X+|S+|\+?X+\.X+|f+))?(?:Z|'Z'|[+-](?:X|H|h)+[:.]?(?:X|M|m)*)?`;
const EXAMPLE = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?`;

/** Readers of formats by their names on the page. */
export const format: readonly ClauseReader[] = [
  {
    pattern: clause('(?:the )?(?:日期|时间)?(?:格式|date format|format){is}["“]?Y{4}-MM-DD["”]?'),
    read: text('date'),
  },
  {
    pattern: clause(
      `(?:the )?(?:时间|日期)?(?:格式|time format|format|date format)(?:示例)?{is}:?\\s*["“']?(?:${TIME}|${EXAMPLE})["”']?`,
    ),
    read: text('date-time'),
  },
  { pattern: clause('[^,;:()\\d为是]{0,30}?(?<![A-Za-z])uuid'), read: ofHead(text('uuid')) },
  {
    pattern: clause('(?:id )?(?:格式|format){is}uuid|(?:(?:the )?(?:[a-z]+ )?must be )?in (?:the )?uuid format'),
    read: text('uuid'),
  },
  { pattern: clause('in (?:the )?Y{4}-MM-DD format'), read: text('date') },
  { pattern: clause(`in (?:the )?${TIME} format`), read: text('date-time') },
  { pattern: clause(`(?:the )?uuid of [a-z ]{1,60}`), read: text('uuid') },
];

function ofHead(read: ClauseReader['read']): ClauseReader['read'] {
  return (groups, around) => (around.isHead ? read(groups, around) : undefined);
}

function text(name: string): ClauseReader['read'] {
  const said: readonly SaidKeyword[] = [{ on: 'field', keyword: 'format', value: name }];
  return (_groups, { field }) => (field.type === 'string' || field.type === null ? said : undefined);
}
