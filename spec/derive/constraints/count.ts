import type { Around, ClauseReader } from './kind.ts';
import { clause, numberOf } from './pattern.ts';

const MOST = String.raw`(?:最多|至多|不(?:得|能|可以?)?(?:超过|多于)|a maximum of|at most|up to|no more than)\s*`;
const LEAST = String.raw`(?:最少|至少|at least|a minimum of)\s*`;
const VERB = String.raw`(?:可以?|能够?|支持|允许|包含|包括|输入|查询|指定|传入?|设置|添加|创建|批量|\b(?:can|may|must|contains?|includes?|be|specify|specified|create|have|has|you|there|supports?)\b|\s){0,12}`;
const NOUN = String.raw`\s*(?:个|条|对)?\s*(?<noun>[^,;:()]{1,40}?)`;
const OF_WHAT = `(?<rest>对应的[^,;:()]{1,30}| (?:can|may) be [a-z ]{1,60}| in (?:a|each|one) batch)?`;

/** Readers of the number of items or keys that a field can have, or of things that a number can ask for. */
export const count: readonly ClauseReader[] = [
  { pattern: clause(`{subject}${VERB}${MOST}${VERB}{n}${NOUN}${OF_WHAT}`), read: counts('max') },
  { pattern: clause(`{subject}${VERB}${LEAST}${VERB}{n}${NOUN}${OF_WHAT}`), read: counts('min') },
  { pattern: clause(`{subject}${VERB}${MOST}${VERB}{n}个`), read: counts('max') },
  {
    pattern: clause('(?:the )?(?:数组长度|元素个数|array length|list length|number of elements){is}{a}{to}{b}'),
    read: ofArray,
  },
  {
    pattern: clause(
      `(?<subject>[^,;:()]{0,60}?)\\s*(?:值)?(?:不(?:允许|能|可|得)重复|(?:必须|需要?|需)?唯一|(?:must|should) be unique|cannot be (?:duplicate|repeated)|must not (?:repeat|be duplicate))(?: in [a-z ]{1,40})?`,
    ),
    read: ({ subject }, { field }) =>
      field.type === 'array' &&
      (isOwnItem(subject ?? '', field.name) || (field.items !== 'object' && /元素|items?$/iu.test(subject ?? '')))
        ? [{ on: 'field', keyword: 'uniqueItems', value: true }]
        : undefined,
  },
  {
    pattern: clause(
      `{subject}(?:不(?:能|可以?|允许|得)为空|不(?:能|可以?|允许|得)为空(?:字符串|列表|数组)|(?:cannot|must not|can not|may not|should not) be (?:left )?(?:empty|blank))`,
    ),
    read: ({ subject }, around) => {
      const found = around.subject(subject);
      if (found === null || found.on === 'both') return undefined;
      const keyword = { string: 'minLength', array: 'minItems', object: 'minProperties' } as const;
      const type = found.on === 'field' ? around.field.type : 'string';
      if (type !== 'string' && type !== 'array' && type !== 'object') return undefined;
      return [{ on: found.on, keyword: keyword[type], value: 1 }];
    },
  },
];

function ofArray(
  { a, b }: Readonly<Record<string, string | undefined>>,
  { field }: Around,
): ReturnType<ClauseReader['read']> {
  const [least, most] = [numberOf(a), numberOf(b)];
  if (field.type !== 'array' || !Number.isInteger(least) || !Number.isInteger(most) || least > most) return undefined;
  return [
    { on: 'field', keyword: 'minItems', value: least },
    { on: 'field', keyword: 'maxItems', value: most },
  ];
}

function counts(end: 'min' | 'max'): ClauseReader['read'] {
  return (groups, around) => {
    const value = numberOf(groups.n);
    const { type } = around.field;
    if (Number.isNaN(value) || value < 0) return undefined;
    const noun = groups.noun?.trim() ?? '';
    if (type === 'integer' || type === 'number') {
      return isAskedFor(groups, noun, around) ? [{ on: 'field', keyword: `${end}imum`, value }] : undefined;
    }
    const subject = around.subject(
      (groups.subject ?? '').replace(/^(?:一次|单次|每次)|(?:中|里面?|(?:list|列表)(?:中)?)$/u, ''),
    );
    const isWhole = subject?.on === 'field' || isContainer(groups.subject ?? '');
    if (!isWhole || !isMember(noun, around)) return undefined;
    if (type === 'array') return [{ on: 'field', keyword: `${end}Items`, value }];
    if (type === 'object') return [{ on: 'field', keyword: `${end}Properties`, value }];
    return undefined;
  };
}

/** A list, or the single thing to which the field's members belong. */
function isContainer(subject: string): boolean {
  return /列表中?(?:最多)?$|^(?:单个|每个)(?:云硬盘|磁盘|卷|资源)$|\b(?:one|each|a|the) (?:[a-z]+ )?list\b|^(?:the )?details about$/iu.test(
    subject.trim().replace(/\s*(?:can|contain|可以?|include)$/iu, ''),
  );
}

/** Whether a noun names the field's items or keys. */
function isMember(noun: string, { field }: Around): boolean {
  const one = singular(noun.toLowerCase().replace(/\s+(?:(?:can|may) be|are) .*$/u, ''));
  if (/^(?:元素|项|成员|键值对|elements?|items?|entr(?:y|ies)|key-value pairs?)$/u.test(one)) return true;
  if (one === 'key' && field.type === 'object') return true;
  if (/(?:character|byte|letter|字符|字节|位)$/u.test(one)) return false;
  const own = singular(field.name.toLowerCase());
  const last = /[a-z]+$/u.exec(one)?.[0] ?? one;
  if (own === 'tag' && one === '标签') return true;
  if (own === one || own.endsWith(`_${last}`) || (last === 'key' && field.items === 'object')) return true;
  if (/\p{Script=Han}/u.test(one)) return (!/\d/.test(field.head) && field.head.endsWith(one)) || one.endsWith(own);
  if (/\d/.test(field.head)) return false;
  return singular(field.head.toLowerCase())
    .split(/\s+/u)
    .some((word) => singular(word) === last && last.length > 2);
}

function isOwnItem(subject: string, name: string): boolean {
  const noun = subject.toLowerCase().replace(/值?(?:都|均)?$|\s+(?:in|of) .*$|\s+(?:must|should|cannot)$/giu, '');
  return (
    singular(
      noun
        .split(/[^a-z_]+/u)
        .filter(Boolean)
        .at(-1) ?? '',
    ) === singular(name.toLowerCase())
  );
}

function singular(word: string): string {
  return word.replace(/s$/u, '');
}

/** "You can create at most 100 disks in a batch", about the number of disks to create. */
function isAskedFor(groups: Readonly<Record<string, string | undefined>>, noun: string, { field }: Around): boolean {
  if (!/个数|数量|\bnumber of\b/iu.test(field.head)) return false;
  const subject = (groups.subject ?? '').trim();
  if (!/^(?:目前|当前|现在|you|)$/iu.test(subject)) return false;
  const whole = groups[0] ?? '';
  if (noun === '') return /批量/u.test(field.head) && /批量|创建/u.test(whole);
  const last = singular(noun.toLowerCase().split(/\s/u)[0] ?? '');
  return field.head.toLowerCase().includes(last) && last.length > 2;
}
