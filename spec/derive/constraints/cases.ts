/** Our words for the cases that pages tell apart, with the pages' names for them. */
const CASES: readonly (readonly [string, RegExp])[] = [
  ['system disk', /系统盘|\bsystem disks?\b/iu],
  ['data disk', /数据盘|\bdata disks?\b/iu],
  [
    'batch',
    /批量创|数量.{0,20}大于1|\bcount\b.{0,20}greater than 1\b|\bmultiple (?:disks|volumes)\b|\bin (?:a )?batch(?:es)?\b/iu,
  ],
  ['single', /创建单个|\bone by one\b|\ba single (?:disk|volume)\b/iu],
  ['from backup', /从(?:云硬盘)?备份创|\bfrom (?:an? |the )?backups?\b/iu],
  ['from snapshot', /从(?:云硬盘)?快照创|\bfrom (?:an? |the )?snapshots?\b/iu],
  ['from image', /从镜像创|\bfrom (?:an? |the )?images?\b/iu],
  ['empty disk', /空白(?:云硬)?盘|\bempty (?:disk|volume)\b/iu],
  ['prepaid', /包年|包周期|\byearly\/monthly\b|\bprepaid\b/iu],
  ['pay-per-use', /按需|\bpay-per-use\b|\bon-demand\b/iu],
];

/** Pairs of cases of which one always holds: a bound of both cases holds without condition. */
export const EXHAUSTIVE: readonly (readonly [string, string])[] = [
  ['system disk', 'data disk'],
  ['single', 'batch'],
];

const NEGATED = /不|非|除|否则|\b(?:not|no|other than|except|unless|otherwise|non)\b/iu;

/** The only case that a text names; null if it names none, more than one, or says "not". */
export function caseOf(text: string): string | null {
  const found = CASES.filter(([, pattern]) => pattern.test(text));
  return found.length === 1 && !NEGATED.test(text) ? (found[0]?.[0] ?? null) : null;
}

const CONDITION =
  /如果|如需|若(?!干)|假如|倘若|(?<!相|适|应|恰|充)当(?!前)|(?<![同暂临实及定小按准随])时$|的时候|情况|只有|除非|否则|一旦|对于|针对|场景|及以上|有意义|^by default$|除去|去除|不包括|不含|\b(?:excluding|not including|without (?:the )?(?:leading|spaces)|if|when(?:ever)?|unless|otherwise|while|once|in case|provided that|in this case|depend(?:s|ing)|until|except)\b|\b(?:for|only for|only) (?!this |that |each |every |all )(?:the |an? )?(?:\w+ )?(?:disks?|volumes?|snapshots?|servers?)\b/iu;

/** The presence of a field is no case: every statement about a value applies to a field that is present. */
const PRESENT =
  /^(?:如果|若|当)?(?:指定|设置|传入|填写)(?:了)?(?:该|此|本)(?:参数|字段)时?$|^(?:if|when) (?:this|the) (?:parameter|field) is (?:specified|set|provided|given)$/iu;

/** Phrases such as "The time when …" and "the error returned if …" describe a thing, and are no conditions. */
const DESCRIBED =
  /\b(?:time|date|method|way|moment|mode|type)\b[^,;:]{0,40}\bwhen\b|\berror\b[^,;:]{0,40}\b(?:if|when)\b|\breturned (?:if|when) an error\b/iu;

/** Whether a text, or the text after it, holds in some cases only. */
export function isCondition(text: string): boolean {
  return CONDITION.test(text) && !isPresence(text) && !DESCRIBED.test(text);
}

export function isPresence(text: string): boolean {
  return PRESENT.test(text);
}
