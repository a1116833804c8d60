import type { FieldContext } from './field.ts';
import type { ClauseReader, SaidKeyword } from './kind.ts';
import { clause, VALUE, valuesOf } from './pattern.ts';

const KINDS = '(?:关键字|类型|格式|模式|方式|取值|值)';
const TAIL = String.raw`\s*(?<etc>等(?:等)?|and so on|etc\.?)?\s*(?:[两二三四五六七八九十\d]{1,2})?(?:种|个|类)?${KINDS}?(?:中的?(?:任意)?一?[个种]?|之一)?\s*(?:currently|now)?`;
const ONE_OF = '(?:(?:set to |either |one of )?(?:(?:the )?following(?: values)?: ?)?)';

/** One value inside Chinese words. */
const WITHIN = String.raw`(?:(?![和或与、])\p{Script=Han}){0,8}[A-Za-z0-9_]{1,32}(?:模式|格式|类型|方式|协议)?`;

/** Readers of lists of values within a sentence. */
export const values: readonly ClauseReader[] = [
  // closed lists
  {
    pattern: clause(`{subject}(?:只能|仅能|必须)(?:取|为|是|填写?|传|设置|使用|从|:)*{list}${TAIL}`),
    read: list('closed'),
  },
  {
    pattern: clause(
      `{subject}(?:只|仅)(?:支持|允许|可|能)?(?:可以?)?(?:传入?|填写?|取|使用|设置|选择|输入)?(?:为|值)?{list}${TAIL}`,
    ),
    read: list('closed'),
  },
  {
    pattern: clause(
      `{subject}(?:取值范围|可选值|可选范围|可选|枚举值|有效值|合法值|可取值|取值|参数值|值)(?:可以?|只能|仅|必须)?(?:为|是|有|包括|:|如下|\\s){1,6}{many}${TAIL}`,
    ),
    read: list('closed'),
  },
  // a single value and nothing more: "取值为x,表示…" explains one of several values
  { pattern: clause('{subject}(?:取值|参数值)(?:可以?|必须)?(?:为|是)\\s*{list}\\s*$'), read: list('closed') },
  {
    pattern: clause(
      '{subject}(?:取值|参数值)(?:为|是)\\s*(?<value>[\\w.-]{1,64}|["“][^"“”]{1,64}["”]),(?:则)?(?:表示|代表)[^,;()]{1,200}',
    ),
    read: ({ subject, value }, around) => {
      const json = around.json(value ?? '');
      if (/^(?:uuid|json|null)$/iu.test(value ?? '') || around.subject(subject)?.on !== 'field') return undefined;
      return json === undefined ? undefined : [said([json], true)];
    },
  },
  // the value for a normal state, among others that are not named
  ...['(?:the )?(?:correct|normal) value is {value}', '正常(?:值|状态)?(?:为|是|:)\\s*{value}'].map((source) => ({
    pattern: clause(source),
    read: ({ value }: Parameters<ClauseReader['read']>[0], around: Parameters<ClauseReader['read']>[1]) => {
      const json = around.json(value ?? '');
      return json === undefined ? undefined : [said([json], true)];
    },
  })),
  {
    pattern: clause(
      `(?<subject>(?:the |its |this )?(?:[\\w-]+ )?(?:value|parameter|field)(?: of [\\w -]{1,40}?)?)\\s+(?:can(?: only)?|must|should|may only|shall) be ${ONE_OF}{list}${TAIL}`,
    ),
    read: list('closed'),
  },
  { pattern: clause(`(?<subject>it|which)\\s+(?:can only|must) be ${ONE_OF}{list}${TAIL}`), read: list('closed') },
  { pattern: clause(`(?<subject>(?:the )?value)\\s+is ${ONE_OF}{list}`), read: list('closed') },
  { pattern: clause('(?:the value )?(?:is|must be) (?:fixed (?:to|at|as)|always) {list}'), read: list('closed') },
  { pattern: clause('(?:取值|参数值|值)?固定(?:取值)?(?:为|是){list}'), read: list('closed') },
  {
    pattern: clause(
      `(?:the )?(?:valid|possible|allowed|available|supported|enumerated|permitted)? ?(?:values?|options?|value range|enumeration)\\s*(?::|\\bare\\b|\\bare as follows:)\\s*${ONE_OF}{list}${TAIL}`,
    ),
    read: list('closed'),
  },
  {
    pattern: clause(
      `only (?:(?:the )?(?:values?|types?|modes?|options?) )?{list} (?:is|are|can be) (?:supported|allowed|permitted|valid|accepted|available|used)(?: currently| now)?`,
    ),
    read: list('closed'),
  },
  { pattern: clause(`{subject}(?:only )(?:supports?|accepts?|allows?) {list}${TAIL}`), read: list('closed') },
  {
    pattern: clause(`(?:currently, )?only (?:types?|values?|modes?) {list} (?:is|are) (?:supported|allowed)`),
    read: list('closed'),
  },
  // lists that the page leaves open
  { pattern: clause(`{subject}(?:支持|可以?为|包括|包含|结果为|如)(?::)?\\s*{many}${TAIL}`), read: list('open') },
  { pattern: clause(`{subject}(?:分别)?对应\\s*{many}`), read: list('open') },
  { pattern: clause(`{subject}(?:such as|e\\.g\\.|supports?)\\s*:?\\s*{many}${TAIL}`), read: list('open') },
  { pattern: clause(`{subject}{many} (?:is|are) supported(?: currently)?`), read: list('open') },
  {
    // values inside words: 可读可写rw模式和只读ro模式
    pattern: clause(`{subject}(?:只|仅)(?:支持|能为?|允许)(?<list>${WITHIN}(?:(?:,|、|和|或|与)${WITHIN}){1,20})`),
    read: list('closed'),
  },
  // several values, each with its explanation
  {
    pattern: new RegExp(
      `^(?:value |(?:该|此|本)?(?:字段|参数)?的?值为)?(?<value>${VALUE})\\s*时?,?(?:表示|代表|为|是指|\\b(?:indicates?|means?|specifies|stands for|represents)\\b)(?<meaning>[^,;()]{1,200}(?:, which [^,;()]{1,200})?)`,
      'iu',
    ),
    read: ({ value, meaning }, around) => {
      const json = around.json(value ?? '');
      if (json === undefined || isName(value ?? '', around.field.name) || /[.?&=/]/.test(value ?? '')) return undefined;
      if (/时$|when\b/iu.test(meaning ?? '')) return undefined;
      return [{ on: 'field', keyword: 'explains', value: json }];
    },
  },
  {
    pattern: clause(
      `[^,;:()]{0,40}使用\\s*(?<value>["“”][^"“”]{1,64}["“”])|specifying (?<other>[A-Za-z0-9_]{1,64}) [a-z][^,;:()]{1,200}`,
    ),
    read: ({ value, other }, around) => {
      const json = around.json(value ?? other ?? '');
      return json === undefined ? undefined : [said([json], true)];
    },
  },
];

/** Words after "must be" that describe a value, and are no value themselves. */
const NO_VALUE =
  /^(?:alphanumeric|automatic|automatically|available|blank|bytes?|case-insensitive|case-sensitive|changed|characters?|consistent|default|deleted|deprecated|different|digits?|empty|encrypted|fixed|generated|greater|identical|ignored|integers?|invalid|json|larger|left|less|letters?|lower-?case|mandatory|modified|more|negative|numbers?|numeric|obtained|omitted|optional|positive|random|read-only|required|reserved|returned|same|set|shorter|specified|strings?|supported|unique|unknown|unlimited|unsupported|upper-?case|used|utc|uuid|valid|within|zero|it|them|null|none|either|both|not|only|all|any|each)$/;

function list(openness: 'open' | 'closed'): ClauseReader['read'] {
  return (groups, around) => {
    const subject = around.subject(groups.subject);
    if (subject === null || subject.on !== 'field' || subject.isLength) return undefined;
    const texts = valuesOf(groups.list ?? '');
    // 10,100 may be two numbers or one
    if (/\d,\d{3}(?!\d)/.test(groups.list ?? '')) return undefined;
    // ranges, placeholders and addresses are no values of a list
    if (texts.some((text) => /^-?\d+-\d+$|xxx/i.test(text)) || /\d\/\d/.test(groups.list ?? '')) return undefined;
    const quoted = /["“”'‘’`]/u.test(groups.list ?? '');
    const isNull = texts.length === 1 && texts[0]?.toLowerCase() === 'null';
    if (isNull) return openness === 'closed' ? [{ on: 'field', keyword: 'nullable', value: true }] : undefined;
    const words = quoted ? [] : texts.filter((text) => NO_VALUE.test(text));
    if (words.length > 0 && (texts.length < 3 || words.length === texts.length)) return undefined;
    if (texts.some((text) => isName(text, around.field.name))) return undefined;
    const [only, ...more] = texts;
    if (only !== undefined && more.length === 0 && !quoted && !isOneOfSome(only, groups[0] ?? '', around.field))
      return undefined;
    const found = texts.map((text) => around.json(text));
    if (found.some((value) => value === undefined) || new Set(found).size !== found.length) return undefined;
    return [said(found, openness === 'open' || groups.etc !== undefined)];
  };
}

/** Whether the single word of a clause is a value: "must be IPv4" describes an address rather than its spelling. */
function isOneOfSome(word: string, clause: string, { name, head }: FieldContext): boolean {
  if (/^(?:true|false|-?\d+)$/iu.test(word) || /固定|fixed|\bvalue (?:true|false)\b/iu.test(clause)) return true;
  return /type|mode|model|status|action|kind|protocol|类型|模式|状态|方式|操作|级别|协议/iu.test(`${name} ${head}`);
}

function said(found: readonly unknown[], isOpen: boolean): SaidKeyword {
  return { on: 'field', keyword: isOpen ? 'examples' : 'enum', value: found };
}

function isName(value: string, name: string): boolean {
  return value.toLowerCase() === name.toLowerCase();
}
