import type { ClauseReader } from './kind.ts';

/** The reader of what happens to a decimal. It spans clauses, because the decimal itself is the condition. */
export const truncation: readonly ClauseReader[] = [
  {
    pattern:
      /^(?:如果|若|当)?[^;()]{0,30}?(?:小数)[^;()]{0,20}?,?\s*(?:则|将)?(?:系统)?(?:会)?(?:默认)?(?:取|截取|保留|使用)(?:其)?(?:小数点前的)?(?:整数)(?:部分)?(?=\s*(?:$|[,;()]))/iu,
    read: whole,
  },
  {
    pattern:
      /^(?:(?:if|when|where) )?[^;()]{0,60}?\bdecimal\b[^;()]{0,20}?,\s*(?:only )?the (?:number|integer|integral|whole)(?: number)?(?: part)?(?: of (?:the|this) value| before (?:the|its) (?:decimal )?point)? (?:will be|is) (?:used|taken|retained)(?: by default)?(?=\s*(?:$|[,;()]))/iu,
    read: whole,
  },
];

function whole(_groups: object, { field }: Parameters<ClauseReader['read']>[1]) {
  return field.type === 'integer' || field.type === 'number'
    ? [{ on: 'field', keyword: 'truncates', value: true } as const]
    : undefined;
}
