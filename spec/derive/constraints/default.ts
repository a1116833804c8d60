import type { ClauseReader } from './kind.ts';
import { clause, numberOf } from './pattern.ts';
import { isOwnUnit } from './range.ts';

const ABSENT_ZH = String.raw`(?:如果|若|当)?(?:不(?:传递?|指定|填写?|设置|携带|输入)|无|没有|缺省|未(?:指定|设置|传|填写?|配置)|不配置)(?:该|此|本)?(?:参数|字段|值)?(?:的值)?(?:时,?|,)?\s*(?:则|表示|表明)?\s*(?:系统)?`;
const ABSENT_EN = String.raw`if (?:this (?:parameter|field)|the (?:parameter|field|value)|it) is (?:not (?:specified|set|provided|given|passed|transferred)|omitted|left blank|absent),\s*`;

/** Readers of the value that an absent field stands for. */
export const defaults: readonly ClauseReader[] = [
  { pattern: clause(`{subject}(?:默认|缺省)(?:值|取值)?(?:使用|取|{is}){value}{unit}(?:值)?`), read: one },
  {
    pattern: clause(
      `(?<subject>)(?:a |the |its )?(?:default)(?: (?:value|keyword|type|format))?(?: of (?:this (?:parameter|field)))?(?: of|{is}){value}{unit}`,
    ),
    read: one,
  },
  {
    pattern: clause(
      `(?<subject>)(?:the )?(?:value|parameter|field|it)?\\s*(?:defaults to\\s+|(?:is|is set to)\\s+(?=\\S+ by default)){value}{unit}(?: by default)?`,
    ),
    read: one,
  },
  { pattern: clause('(?<subject>){value} by default'), read: one },
  { pattern: clause('(?<subject>)by default,? the (?:value|parameter) is(?: set to)? {value}'), read: one },
  { pattern: clause('(?<subject>)by default,? {value} is used'), read: one },
  { pattern: clause('(?<subject>)默认情况下,?(?:该?(?:参数|字段)?的?值)?为{value}'), read: one },
  {
    pattern: clause(
      `(?<subject>)${ABSENT_ZH}(?:则)?(?:使用|采用|取)?(?:默认|缺省)(?:的|值|使用|取|为|是|:)*{value}(?:值)?(?:作为[^,;:()]{1,30})?`,
    ),
    read: one,
  },
  {
    pattern: clause(
      `(?<subject>)${ABSENT_EN}(?:the )?(?:default value|value)(?: is| of)? {value}(?: (?:is|will be) used)?(?: by default)?`,
    ),
    read: one,
  },
  { pattern: clause(`(?<subject>)${ABSENT_EN}it defaults to {value}`), read: one },
  { pattern: clause(`${ABSENT_ZH}(?:则)?(?:只|仅)?创建{n}个[\\p{Script=Han}]{0,6}`), read: few },
  { pattern: clause(`${ABSENT_EN}only (?<n>one) [a-z]+ (?:is|will be) [a-z]+`), read: few },
];

function one(groups: Parameters<ClauseReader['read']>[0], around: Parameters<ClauseReader['read']>[1]) {
  const subject = around.subject(groups.subject);
  if (subject === null || subject.on !== 'field' || subject.isLength || !isOwnUnit(groups.unit, around))
    return undefined;
  const value = around.json(groups.value ?? '');
  return value === undefined ? undefined : [{ on: 'field', keyword: 'default', value } as const];
}

/** The default of a field that is a number of things to create: the page says how many are created without it. */
function few(groups: Parameters<ClauseReader['read']>[0], { field }: Parameters<ClauseReader['read']>[1]) {
  const isCount = /个数|数量|\bnumber of\b/iu.test(field.head);
  const value = groups.n?.toLowerCase() === 'one' ? 1 : numberOf(groups.n);
  if (field.type !== 'integer' || !isCount || Number.isNaN(value)) return undefined;
  return [{ on: 'field', keyword: 'default', value } as const];
}
