import type { Around, ClauseReader, SaidKeyword } from './kind.ts';
import { clause, numberOf } from './pattern.ts';

/** Repetitions are bounded by small numbers wherever two of them meet, so that no text takes long. */
const CAN_WORDS = String.raw`可以?|能够?|支持|允许|输入|包含|必须|限制在?|控制在|在|为|是|:|\b(?:can|may|must|should|shall|only|contains?|includes?|consists? of|have|has|be|supports?|accepts?|allows?|is|of|a (?:character )?string|with|text)\b|\s`;
const CAN = `(?:${CAN_WORDS}){0,12}`;
const MOST = String.raw`(?:(?:最大|最多|最长|至多|上限)(?:长度|${CAN_WORDS}){0,6}|不(?:得|能|可以?|允许|应)?(?:超过|大于|多于|高于|超出)|小于等于|小于或等于|<=|≤|(?:a |the )?max(?:imum)?(?: length)?(?: of)?(?: is| be|:)?|at most|up to|(?:no|not) (?:more|longer|greater|larger) than|not exceed(?:ing)?|less than or equal to|(?:is |be )?limited to)\s*`;
const LEAST = String.raw`(?:(?:最小|最少|最短|至少)(?:长度|${CAN_WORDS}){0,6}|不(?:得|能|可以?|允许|应)?(?:少于|小于|低于)|大于等于|大于或等于|>=|≥|(?:a |the )?min(?:imum)?(?: length)?(?: of)?(?: is| be|:)?|at least|(?:no|not) (?:fewer|less|shorter) than|greater than or equal to)\s*`;
const CANNOT = String.raw`(?:cannot|can't|can not|must not|may not|should not|shall not|does not)\s*`;
const MORE = String.raw`(?:exceed|be (?:longer|more|greater|larger) than|(?:contain|have|include) more than)\s*`;
const TAIL = String.raw`\s*(?:以内|之内|以下|之间|长度|组成|的字符串|\b(?:long|in length|in total|inclusive|(?:is|are) (?:allowed|supported))\b)?`;

/** Readers of the length of a text. A length in 位, or without a unit, counts characters. */
export const length: readonly ClauseReader[] = [
  { pattern: clause(`{subject}${MOST}{n}{text}${TAIL}`), read: bounds(['max', 'n']) },
  { pattern: clause(`{subject}${CANNOT}${MORE}{n}{text}${TAIL}`), read: bounds(['max', 'n']) },
  { pattern: clause(`{subject}${CAN}{n}{text}(?:以内|之内|以下|内)`), read: bounds(['max', 'n']) },
  { pattern: clause(`{subject}${LEAST}{n}{text}${TAIL}`), read: bounds(['min', 'n']) },
  {
    pattern: clause(
      `{subject}${CAN}(?:范围|\\b(?:ranges?|from|between|in the range of)\\b|\\s){0,6}{is}[[(]?{a}(?:个?(?:字符|字节|位))?(?:{to}|\\s+and\\s+){b}[\\])]?{text}${TAIL}`,
    ),
    read: bounds(['min', 'a'], ['max', 'b']),
  },
  {
    pattern: clause(
      `{subject}${LEAST}{a}(?:\\s*(?:characters?|bytes?|个?字[符节]|位))?,?\\s*(?:and|且|并且)?\\s*${MOST}{b}{text}`,
    ),
    read: bounds(['min', 'a'], ['max', 'b']),
  },
  // without a unit: only if the clause says that it is about the length
  { pattern: clause(`{subject}${MOST}{n}`), read: ofLength(bounds(['max', 'n'])) },
  { pattern: clause(`{subject}${CANNOT}${MORE}{n}`), read: ofLength(bounds(['max', 'n'])) },
  { pattern: clause(`(?:the )?(?<most>最大长度|最长|maximum length){is}{n}{text}?`), read: bounds(['max', 'n']) },
  {
    pattern: clause('(?:the )?max(?:imum)? length of (?<subject>[a-z_ ]{1,40}?) is {n}{text}?'),
    read: bounds(['max', 'n']),
  },
  { pattern: clause(`(?:the )?(?<least>最小长度|最短|minimum length){is}{n}{text}?`), read: bounds(['min', 'n']) },
  {
    pattern: clause(
      `{subject}${CAN}(?:\\b(?:ranges?|from|between)\\b|\\s){0,6}{is}[[(]?{a}(?:{to}|\\s+and\\s+){b}[\\])]?${TAIL}`,
    ),
    read: ofLength(bounds(['min', 'a'], ['max', 'b'])),
  },
  {
    pattern: clause(
      `{subject}(?:(?:必须)?(?:固定)?{is}|\\b(?:is|must be|has to be)\\b\\s*(?:fixed|exactly)?\\s*(?:at|to)?\\s*){n}{text}?${TAIL}`,
    ),
    read: ofLength(bounds(['min', 'n'], ['max', 'n'])),
  },
  {
    pattern: clause(
      `{subject}\\b(?:must be|is|has to be|must contain|contains|consists of|must consist of)\\s+(?:exactly )?{n}{text}(?<exact> long| in length)?`,
    ),
    read: (groups, around) =>
      groups.exact !== undefined || /\b(?:must|exactly|consists? of)\b/iu.test(groups[0] ?? '')
        ? bounds(['min', 'n'], ['max', 'n'])(groups, around)
        : undefined,
  },
  { pattern: clause('固定(?:长度)?{is}{n}{text}(?:长度)?'), read: bounds(['min', 'n'], ['max', 'n']) },
];

type LengthBound = readonly ['min' | 'max', 'n' | 'a' | 'b'];

function bounds(...pairs: readonly LengthBound[]): ClauseReader['read'] {
  return (groups, around) => {
    const subject = around.subject(groups.subject);
    if (subject === null || !isText(subject.on, around)) return undefined;
    const word = /byte|字节/iu.test(groups.text ?? '') ? 'Bytes' : 'Length';
    const values = pairs.map(([, group]) => numberOf(groups[group]));
    if (values.some((value) => Number.isNaN(value) || value < 0 || !Number.isInteger(value))) return undefined;
    if (values.length === 2 && (values[0] ?? 0) > (values[1] ?? 0)) return undefined;
    const targets = subject.on === 'both' ? (['keys', 'values'] as const) : [subject.on];
    const when = subject.when === undefined ? {} : { when: subject.when };
    return targets.flatMap((on) =>
      pairs.map(([end], at): SaidKeyword => ({ on, keyword: `${end}${word}`, value: values[at], ...when })),
    );
  };
}

function ofLength(read: ClauseReader['read']): ClauseReader['read'] {
  return (groups, around) => (around.subject(groups.subject)?.isLength === true ? read(groups, around) : undefined);
}

function isText(on: string, { field: { type } }: Around): boolean {
  return on === 'field' ? type === 'string' || type === null : type === 'object';
}
