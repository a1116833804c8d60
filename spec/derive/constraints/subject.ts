import { caseOf } from './cases.ts';
import type { FieldContext } from './field.ts';

/** The subject of a clause: the field, or the keys, values or both of an object with open keys. */
export interface ClauseSubject {
  readonly on: 'field' | 'keys' | 'values' | 'both';
  /** Whether the clause is about the length. */
  readonly isLength: boolean;
  readonly when?: string;
}

const LEADING =
  /^(?:目前|当前|现在|现阶段|其中|且|并且|并|同时|也|还|即|则|要求|输入|设置|(?:currently|now|also|and|but|which|that|with|then|here)\b)\s*/iu;
const TRAILING =
  /\s*(?:必须|必需|需要?|应当|应该|应|可以|可|能够?|允许|支持|输入|填写|设置|配置|包含|包括|取值|取|为|是|在|有|由|介于|\b(?:of|an? (?:character )?string|can|may|must|should|shall|will|has to|have to|needs? to|is|are|be|contains?|includes?|ha(?:s|ve)|consists? of|supports?|accepts?|allows?|only|set to|takes?|within|which|that|with|and|it)\b)$/iu;
const LENGTH_ZH = /(?:的)?(?:字符|字节)?长度(?:的)?(?:取值范围|范围|取值|限制|要求)?$/u;
const LENGTH_EN = /^(?:the |its )?length(?:\s+of(?<of>.*))?$|^(?<whose>.*?)(?:'s)? length$/iu;

const ITSELF =
  /^(?:它|(?:该|此|本|其)?(?:字段|参数|属性|变量)?(?:的)?(?:值|取值|参数值|字段值|数值|内容|字符串|有效值|范围|取值范围)?(?:的)?(?:范围)?|(?:it|this|(?:the |this |its |an? )?(?:(?:parameter|field|attribute|property|input|specified) )?(?:value|field|parameter|attribute|property|string|input|content|range|value range)s?(?: of (?:this|the) (?:parameter|field))?))$/iu;
/** In a list of pairs, the value of each pair is the field's own. */
const EACH = /^(?:每个|各个?)值$|^(?:each|every) value$/iu;
const BOTH =
  /(?:^|的|里|中)(?:key|键)值?(?:和|与|及|或|、)(?:value|值)$|^(?:(?:the|each|every|a) )?(?:[a-z]+ )?keys? (?:and|or) (?:the )?values?(?: (?:under|in|of) (?:the )?(?<owner>[\w:]+))?$/iu;
const KEY =
  /^(?:(?:[\w:]+(?:中的?|里面?的?|的)|(?:每个|标签|元数据)(?:中|里面?)?的?))?(?:标签)?(?:key|键)值?$|^(?:(?:the|each|every|an?) )?(?:[a-z]+ )?keys?$/iu;
const OF_KEY =
  /^(?:(?:[\w:]+(?:中的?|里面?的?|的)|(?:每个|标签|元数据)(?:中|里面?)?的?))?(?:标签)?(?:value|值)$|^标签值$|^(?:(?:each|every|a) )?(?:tag|metadata|key) values?$|^the (?:tag|metadata) values?$|^(?:the )?values? of (?:each|the|every) key$|^each value$/iu;

/**
 * Words for other things than the field, whatever its name in a table: a bound per tenant or day bounds another thing.
 */
const ANOTHER = /每|单个|租户|用户|一次|单次|同一|配额|tenant|user|account|quota|\bper\b|\beach\b|\bday\b/iu;

/**
 * The meaning of a noun phrase in the cell of a field; null if it is another thing.
 *
 * @param isFirst - the sentence is the first of the cell, so the field is its subject
 */
export function subjectOf(text: string, field: FieldContext, isFirst: boolean): ClauseSubject | null {
  let noun = strip(text);
  const of = LENGTH_EN.exec(noun)?.groups;
  const isLength = of !== undefined || LENGTH_ZH.test(noun);
  if (isLength) noun = strip(of === undefined ? noun.replace(LENGTH_ZH, '') : (of.of ?? of.whose ?? ''));
  noun = noun
    .replace(/(?:的)?(?:取值)?范围$/u, '')
    .replace(/^(?:the )?["“]?([\w:-]+)["”“]?\s*(?:field|parameter|字段|参数)(?:的?值)?$/iu, '$1');
  const isMap = field.type === 'object' && (noun === 'value' || !ITSELF.test(noun));
  const isEach = field.type === 'string' && EACH.test(noun);
  if (isEach || (!isMap && isItself(noun, field, isFirst))) return { on: 'field', isLength };
  if (isMap) {
    const owner = /(?<zh>[\w:]+)(?:里面?|中)?的|\b(?:under|in|of) (?:the )?(?<en>[\w:]+)$/iu.exec(noun)?.groups;
    const other = owner?.zh ?? owner?.en;
    if (other !== undefined && /^[\w:]+$/.test(other) && other.toLowerCase() !== field.name.toLowerCase()) return null;
    if (BOTH.test(noun)) return { on: 'both', isLength };
    if (KEY.test(noun)) return { on: 'keys', isLength };
    if (OF_KEY.test(noun)) return { on: 'values', isLength };
    if (isItself(noun, field, isFirst)) return { on: 'field', isLength };
  }
  const when = caseOf(noun);
  return when !== null && isMerelyCase(noun) ? { on: 'field', isLength, when } : null;
}

function strip(text: string): string {
  let noun = text.trim();
  for (let before = ''; before !== noun; ) {
    before = noun;
    noun = noun
      .replace(LEADING, '')
      .replace(TRAILING, '')
      .replace(/^["“”'‘’`]+|["“”'‘’`]+$|的$/gu, '')
      .trim();
  }
  return noun;
}

function isItself(noun: string, field: FieldContext, isFirst: boolean): boolean {
  // in small letters and without an article, it is the name of a field
  if (noun === 'value' && field.name !== 'value') return false;
  if (noun === '' || ITSELF.test(noun)) return true;
  const own = wordsOf(field.name.replace(/[^A-Za-z0-9]+/g, ' '));
  const words = wordsOf(noun.replaceAll('_', ' '));
  if (endsWith(own, words) || (isFirst && endsWith(words, own))) return true;
  // a value before a colon, e.g. SSD, would pass for the cell's own head
  if (/^[A-Z][A-Z0-9_-]*$/.test(noun)) return false;
  const head = field.head;
  if (/\p{Script=Han}/u.test(noun)) {
    const [one, other] = [sameWord(noun), sameWord(head)];
    if (one.length > 1 && (other.endsWith(one) || (one.endsWith(other) && other.length > 3))) return true;
  } else {
    const main = wordsOf(head.split(/ (?:of|to|for|in|that|which|where|from) /iu)[0] ?? '');
    if (endsWith(main, words) || wordsOf(head).join(' ') === words.join(' ')) return true;
  }
  return (
    isFirst &&
    head.startsWith(noun) &&
    noun.length <= 40 &&
    !/\d/.test(noun) &&
    !ANOTHER.test(noun) &&
    !/不|not/iu.test(noun)
  );
}

function isMerelyCase(noun: string): boolean {
  return /^(?:对于|for )?(?:(?:the )?(?:maximum )?(?:size|capacity) of )?(?:the |an? )?(?:(?:system|data) disks?|系统盘|数据盘)(?:的|'s)?\s*(?:大小|容量|size|capacity)?$/iu.test(
    noun,
  );
}

function endsWith(whole: readonly string[], end: readonly string[]): boolean {
  return end.length > 0 && end.length <= whole.length && end.every((word, at) => whole.at(at - end.length) === word);
}

function wordsOf(text: string): readonly string[] {
  const words = sameWord(text.toLowerCase()).split(/[^\p{L}\p{N}:]+/u);
  return words.filter((word) => !/^(?:|the|an?|this|its|new|specifies)$/.test(word));
}

/** Replaces words by others that these pages use in the same meaning. */
function sameWord(text: string): string {
  return text
    .replace(/云硬盘|磁盘|卷/gu, '盘')
    .replace(/的/gu, '')
    .replace(/容量/gu, '大小')
    .replace(/\bvolume\b/giu, 'disk')
    .replace(/\bcapacity\b/giu, 'size');
}
