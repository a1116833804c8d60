import type { Sentence } from '../../read/page.ts';
import { CONSTRAINT_WORDS } from '../../read/vocabulary.ts';
import { isCondition } from './cases.ts';
import { numberOf } from './pattern.ts';

/** The restrictions on several fields together, from sentences outside the tables. */
export interface ReadRestrictions {
  /** Groups of fields of which at most one may be present. */
  readonly exclusive: readonly FieldGroup[];
  /** Groups of fields of which at least one has to be present. */
  readonly needed: readonly FieldGroup[];
  /** Bounds on the number of a list's items. */
  readonly counts: readonly { readonly field: string; readonly maxItems: number; readonly line: number }[];
  readonly unparsed: readonly Sentence[];
}

export interface FieldGroup {
  readonly fields: readonly string[];
  readonly line: number;
}

const NAME = String.raw`["“”'‘’\x60]?([A-Za-z_][\w:.-]{0,63})["“”'‘’\x60]?`;
const NAMES = String.raw`(?<names>${NAME.replace('(', '(?:')}(?:\s*(?:,(?:\s*(?:and|or)\b)?|、|和|与|及|或者?|\band\b|\bor\b)\s*${NAME.replace('(', '(?:')}){1,9})`;
const FIELDS = String.raw`(?:\s*这?[两二三四五\d]?个?(?:字段|参数)|\s*(?:fields?|parameters?))?`;
const THE = '(?:the )?(?:(?:parameters?|fields?) )?';

const EXCLUSIVE = [
  `不(?:支持|能|可以?|允许)同时(?:使用|传入?|指定|设置|存在)${NAMES}${FIELDS}(?:中的?任意[两二]个)?`,
  `${NAMES}${FIELDS}(?:中的任意[两二]个)?不(?:支持|能|可以?|允许)同时(?:使用|传入?|指定|设置|存在)`,
  `${NAMES}${FIELDS}(?:是)?互斥(?:的)?`,
  `specifying (?:any|either) two of ${THE}${NAMES}${FIELDS}(?: together| at the same time)? is not (?:supported|allowed)`,
  `(?:any two of )?${THE}${NAMES}${FIELDS} (?:cannot|must not|can not) be (?:specified|used|set|passed) (?:together|at the same time|simultaneously)`,
  `${THE}${NAMES}${FIELDS} are mutually exclusive`,
  `only one of ${THE}${NAMES}${FIELDS} (?:can|may) be (?:specified|used|set)`,
].map(whole);

const NEEDED = [
  `${NAMES}${FIELDS}(?:中)?(?:必须)?至少(?:需要)?(?:指定|传入?|填写|设置|选择|有)一个`,
  `at least one of ${THE}${NAMES}${FIELDS} (?:must|has to) be (?:specified|set|provided|passed)`,
  `(?:specify|provide) at least one of ${THE}${NAMES}${FIELDS}`,
].map(whole);

const COUNT = whole(
  `(?:一次|单次|每次)?(?:请求)?(?:最多|至多)(?:可以?|支持|能)?(?:批量)?(?:传入|指定|添加|删除|创建)(?<zh>\\d[\\d,]*)个(?<what>标签)|(?:a maximum of|at most|up to) (?<en>\\d[\\d,]*) (?<noun>[a-z_]{1,40}?)s? can be (?:added|deleted|specified|passed|created) (?:in|by|with|per) (?:one|a|each|a single) (?:request|call|batch)`,
);

function whole(source: string): RegExp {
  return new RegExp(`^${source}$`, 'iu');
}

/**
 * Reads the sentences of an operation outside its tables.
 *
 * @param fields - names of the fields of its body
 */
export function readRestrictions(sentences: readonly Sentence[], fields: readonly string[]): ReadRestrictions {
  const exclusive: FieldGroup[] = [];
  const needed: FieldGroup[] = [];
  const counts: { field: string; maxItems: number; line: number }[] = [];
  const unparsed: Sentence[] = [];
  for (const sentence of sentences) {
    const { line } = sentence;
    const text = sentence.text.replace(/^(?:说明|注意|须知|note|notice)\s*:\s*/iu, '');
    const [never, ever] = [groupIn(EXCLUSIVE, text, fields), groupIn(NEEDED, text, fields)];
    const count = countIn(text, fields);
    if (isUnder(sentence)) {
      if (CONSTRAINT_WORDS.test(text)) unparsed.push(sentence);
    } else if (never !== undefined) exclusive.push({ fields: never, line });
    else if (ever !== undefined) needed.push({ fields: ever, line });
    else if (count !== undefined) counts.push({ ...count, line });
    else if (CONSTRAINT_WORDS.test(text)) unparsed.push(sentence);
  }
  return { exclusive, needed, counts, unparsed };
}

/** Whether a sentence is an item below a condition. */
function isUnder({ parent }: Sentence): boolean {
  return parent !== null && (isCondition(parent.text) || isUnder(parent));
}

function groupIn(patterns: readonly RegExp[], text: string, fields: readonly string[]): readonly string[] | undefined {
  for (const pattern of patterns) {
    const names = pattern.exec(text)?.groups?.names;
    if (names === undefined) continue;
    const found = names
      .split(/\s*(?:,|、|和|与|及|或者?|\band\b|\bor\b)\s*/iu)
      .map((name) => name.replace(/["“”'‘’`]/gu, ''))
      .filter((name) => name !== '');
    return found.length > 1 && found.every((name) => fields.includes(name)) ? found : undefined;
  }
  return undefined;
}

function countIn(text: string, fields: readonly string[]): { field: string; maxItems: number } | undefined {
  const groups = COUNT.exec(text)?.groups;
  const maxItems = numberOf(groups?.zh ?? groups?.en);
  const noun = groups?.what === '标签' ? 'tag' : groups?.noun?.toLowerCase();
  const field = fields.find((name) => noun !== undefined && name.toLowerCase() === `${noun}s`);
  return field === undefined || Number.isNaN(maxItems) ? undefined : { field, maxItems };
}
