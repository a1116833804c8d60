import type { Around, ClauseReader, SaidKeyword } from './kind.ts';
import { clause, numberOf } from './pattern.ts';

const MUST_WORDS = String.raw`必须|需要?|应当|应该|应|可以?|只能|取值|设置|为|是|在|:|\b(?:value|must|should|shall|can|may|has to|be|is|an?|the|integer|number)\b|\s`;
const MUST = `(?:${MUST_WORDS}){0,12}`;
const WHOLE = String.raw`\s*(?:的)?(?:正整数|整数|数字|数值|数)?`;
const AT_LEAST = String.raw`(?:大于等于|大于或等于|不(?:得|能|可以?)?(?:小于|低于|少于)|至少${MUST}|最[小少](?:值)?${MUST}|>=|≥|(?:greater|more|larger|higher) than or equal to|(?:no|not) (?:be )?(?:less|smaller|lower|fewer) than|cannot be (?:less|smaller|lower|fewer) than|at least|a minimum of)\s*`;
const AT_MOST = String.raw`(?:小于等于|小于或等于|不(?:得|能|可以?)?(?:大于|高于|超过|多于|超出)|至多${MUST}|最[大多](?:值)?(?:支持|${MUST})|上限${MUST}|<=|≤|(?:less|smaller|lower) than or equal to|(?:no|not) (?:greater|more|larger|higher) than|at most|up to|a maximum of|(?:cannot|must not|can not|should not|may not) (?:exceed|be (?:greater|larger|higher|more) than))\s*`;
const ABOVE = String.raw`(?:(?<!不)大于|(?<!不)高于|>|\b(?<!(?:not|no) )(?:greater|larger|more|higher) than)\s*`;
const BELOW = String.raw`(?:(?<!不)小于|(?<!不)低于|<|\b(?<!(?:not|no) )(?:less|smaller|lower) than)\s*`;
const RANGES = String.raw`(?:取值范围|范围|\b(?:value range|ranges?|from|between|in the range(?: of| from)?|of)\b|介于|${MUST_WORDS}){0,16}`;

const OTHER_UNIT = String.raw`\s*(?<other>(?:[KMGTP]i?B|%|seconds?|minutes?|hours?|days?|次|秒|分钟|小时|天|个)(?![A-Za-z]))?`;

/** Readers of the bounds of a number. */
export const range: readonly ClauseReader[] = [
  {
    pattern: clause(`{subject}${RANGES}\\[?{a}{unit}{to}{b}${OTHER_UNIT}\\]?\\s*(?:之间|范围内|间|inclusive)?${WHOLE}`),
    read: numbers(['minimum', 'a'], ['maximum', 'b']),
  },
  {
    pattern: clause(`{subject}${MUST}between {a}{unit}\\s+and\\s+{b}${OTHER_UNIT}`),
    read: numbers(['minimum', 'a'], ['maximum', 'b']),
  },
  {
    pattern: clause(`{subject}${MUST}(?:介于)?{a}{unit}(?:和|与|到){b}${OTHER_UNIT}之间${WHOLE}`),
    read: numbers(['minimum', 'a'], ['maximum', 'b']),
  },
  {
    pattern: clause(
      `{subject}${RANGES}(?<open>[[(])\\s*(?<a>-?\\d{1,15})\\s*,\\s*(?<b>-?\\d{1,15})\\s*(?<close>[\\])])${WHOLE}`,
    ),
    read: (groups, around) =>
      numbers(
        [groups.open === '(' ? 'exclusiveMinimum' : 'minimum', 'a'],
        [groups.close === ')' ? 'exclusiveMaximum' : 'maximum', 'b'],
      )(groups, around),
  },
  {
    pattern: clause(
      `(?:the )?(?:最小值|最小取值|下限|min(?:imum)?(?: value)?){is}{n}{unit}(?<also>,? which is also the default(?: value)?|\\s*\\((?:the )?default(?: value)?\\)|\\(默认(?:值)?\\))?`,
    ),
    read: also(['minimum', 'n']),
  },
  {
    pattern: clause(
      `(?:the )?(?:最大值|最大取值|上限|max(?:imum)?(?: value)?){is}{n}{unit}(?<also>,? which is also the default(?: value)?|\\s*\\((?:the )?default(?: value)?\\)|\\(默认(?:值)?\\))?`,
    ),
    read: also(['maximum', 'n']),
  },
  {
    pattern: clause(`{subject}${MUST}${AT_LEAST}{a}{unit},?\\s*(?:且|并且|and|but)?\\s*${AT_MOST}{b}${WHOLE}`),
    read: numbers(['minimum', 'a'], ['maximum', 'b']),
  },
  {
    pattern: clause(`{subject}${MUST}${ABOVE}{a},?\\s*(?:且|并且|and|but)?\\s*${BELOW}{b}${WHOLE}`),
    read: numbers(['exclusiveMinimum', 'a'], ['exclusiveMaximum', 'b']),
  },
  {
    pattern: clause(`{subject}${MUST}${ABOVE}{a},?\\s*(?:且|并且|and|but)?\\s*${AT_MOST}{b}{unit}${WHOLE}`),
    read: numbers(['exclusiveMinimum', 'a'], ['maximum', 'b']),
  },
  { pattern: clause(`{subject}${MUST}${AT_LEAST}{n}{unit}${WHOLE}`), read: numbers(['minimum', 'n']) },
  { pattern: clause(`{subject}${MUST}${AT_MOST}{n}{unit}${WHOLE}`), read: numbers(['maximum', 'n']) },
  { pattern: clause(`{subject}${MUST}${ABOVE}{n}{unit}${WHOLE}`), read: numbers(['exclusiveMinimum', 'n']) },
  { pattern: clause(`{subject}${MUST}${BELOW}{n}{unit}${WHOLE}`), read: numbers(['exclusiveMaximum', 'n']) },
  {
    pattern: clause(
      '{subject}(?:cannot|must not|can not) be (?:less|smaller|lower) than {a} or (?:greater|larger|higher|more) than {b}',
    ),
    read: numbers(['minimum', 'a'], ['maximum', 'b']),
  },
  { pattern: clause(`{subject}${MUST}(?:正整数|positive integer)`), read: sign('exclusiveMinimum') },
  { pattern: clause(`{subject}${MUST}(?:非负整数|non-negative integer)`), read: sign('minimum') },
  {
    // the first record is number 0 everywhere, so it stays open whether 0 is refused
    pattern: clause(
      `{subject}${MUST}(?:一个)?(?:${ABOVE})(?<n>0)\\s*,?\\s*(?:且|并且|and|but)?\\s*${BELOW}(?<total>[^,;:()]{0,20}(?:总个?数|数量|总量)|the (?:total )?number of [a-z ]{1,40}?)(?:的整数)?`,
    ),
    read: ({ subject }, around) =>
      around.subject(subject) === null || !isNumber(around)
        ? undefined
        : [
            {
              on: 'field',
              keyword: 'reading',
              value: { question: 'is 0 a value', readings: ['0 is the first', 'it begins with 1'] },
            },
          ],
  },
];

type Bound = readonly [string, 'n' | 'a' | 'b'];

function numbers(...pairs: readonly Bound[]): ClauseReader['read'] {
  return (groups, around) => {
    const subject = around.subject(groups.subject);
    if (subject === null || subject.on !== 'field' || subject.isLength || !isNumber(around)) return undefined;
    if (!isOwnUnit(groups.unit, around) || !isOwnUnit(groups.other, around)) return undefined;
    const values = pairs.map(([, group]) => numberOf(groups[group]));
    if (values.some((value) => Number.isNaN(value))) return undefined;
    if (around.field.type === 'integer' && !values.every(Number.isInteger)) return undefined;
    if (values.length === 2 && (values[0] ?? 0) > (values[1] ?? 0)) return undefined;
    const when = subject.when === undefined ? {} : { when: subject.when };
    return pairs.map(([keyword], at): SaidKeyword => ({ on: 'field', keyword, value: values[at], ...when }));
  };
}

function also(pair: Bound): ClauseReader['read'] {
  return (groups, around) => {
    const said = numbers(pair)(groups, around);
    if (said === undefined || groups.also === undefined) return said;
    return [...said, { on: 'field', keyword: 'default', value: said[0]?.value }];
  };
}

function sign(keyword: string): ClauseReader['read'] {
  return ({ subject }, around) =>
    around.subject(subject)?.on === 'field' && isNumber(around) ? [{ on: 'field', keyword, value: 0 }] : undefined;
}

function isNumber({ field: { type } }: Around): boolean {
  return type === 'integer' || type === 'number' || type === null;
}

function plain(unit: string): string {
  return unit.toLowerCase().replace('ib', 'b').replace(/s$/, '');
}

/** Whether a bound is in the field's unit: one in another unit does not bound the field's number. */
export function isOwnUnit(unit: string | undefined, { field }: Around): boolean {
  if (unit === undefined || unit === '个' || unit === '次') return true;
  const own = plain(unit);
  return field.unit === null ? own === 'gb' || !/^[kmgtp]b$/.test(own) : plain(field.unit) === own;
}
