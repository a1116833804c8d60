import { AT_THE_TIME, ATTRIBUTE, clauseOf, conditionOf, IS, LIST } from './chinese-clause.ts';
import { present } from './deed.ts';
import type { RequiredMultiattach, RequiredState, StateStatement } from './statement.ts';
import { OWNERS } from './words.ts';

const MUST = '(?:必须|必需|须|需要?|只能|务必)';
const MAY = '(?:能够?|可以?|支持|允许)';
const MAY_NOT = '(?:不支持|不能够?|不可以?|不允许|不得|无法|禁止)';
const DONE = `(?:${AT_THE_TIME}?,?才${MAY}(?<deed>[^,]*))?`;
const LIMITS = '(?:约束|限制)(?:与限制|和限制|限制|条件)?';

const REQUIREMENTS = [
  { pattern: new RegExp(`^(?<subject>.*?)的?${ATTRIBUTE}${MUST}${IS}${LIST}${DONE}$`), forbidden: false },
  { pattern: new RegExp(`^(?<subject>.*?)${MUST}处于${LIST}${DONE}$`), forbidden: false },
  { pattern: new RegExp(`^(?<subject>.*?)的?${ATTRIBUTE}(?:不能|不可|不得|不允许)${IS}${LIST}$`), forbidden: true },
] as const;

/** Sentences that restrict by a condition of their own. */
const RESTRICTIONS = [
  { pattern: /^(?:请|请先|请务必)?(?:确保|确认|保证)(?<condition>.+)$/, forbidden: false },
  { pattern: new RegExp(`^(?:只有|仅)?(?<condition>.+?),?才${MAY}(?<deed>.*)$`), forbidden: false },
  { pattern: new RegExp(`^(?:只有|仅有?)(?<condition>.+?),?${MAY}(?<deed>.*)$`), forbidden: false },
  { pattern: new RegExp(`^(?:仅|只)${MAY}对?(?<condition>.+?)(?:进行(?<deed>.*))?$`), forbidden: false },
  { pattern: new RegExp(`^${MAY_NOT}对?(?<condition>.+?)(?:进行(?<deed>.*))?$`), forbidden: true },
  { pattern: new RegExp(`^(?<condition>.+?),?${MAY_NOT}(?<deed>.*)$`), forbidden: true },
] as const;

const NOTHING = new RegExp(`^则?(?:(?:没有|无|不存在)(?:任何|其[他它])?${LIMITS}|不受(?:任何)?限制)$`);
const RULES_FOLLOW = `(?:(?:有|存在|须满足|需要?满足|需要?遵循)?(?:以下|如下|下列)(?:${LIMITS}|条件|规则)|${LIMITS}如下)`;
const LISTED = new RegExp(`^则?${RULES_FOLLOW}$`);
const ANNOUNCEMENTS = [
  new RegExp(`^(?:接口|使用|操作|具体|详细)*的?${LIMITS}(?:如下)?$`),
  /^请?注意(?:事项|(?:以下|如下)(?:几点|事项|内容))?$/,
  new RegExp(`^(?<deed>[^,]*?)[时前的]?,?${RULES_FOLLOW}$`),
];
/** Phrases after a restriction that restrict nothing more. */
const MORE_BELOW = new RegExp(`,(?:其[他它])?(?:不?支持|不能)?(?<deed>[^,]{0,20}?)的?${LIMITS}如下$`);
const OR_ELSE = /,否则(?:无法|不能|不支持)?(?<deed>[^,]{0,20}?)(?:将会?|会)?(?:失败|报错)?$/;

const VOLUME = `(?:${OWNERS.volume.zh})`;
const MULTIATTACH = new RegExp(
  `^(?:(?<reason>[^,]+),(?:即|也就是说?|因此|所以)?)?(?:${VOLUME}的?)?(?:参数)?multiattach(?:参数|属性|字段)?(?:的?取?值)?${MUST}${IS}(?<value>true|false)$`,
  'i',
);
const NO_SHARED = new RegExp(
  `^(?:${MAY_NOT}(?<before>[^,]*?)共享的?${VOLUME}|共享的?${VOLUME}${MAY_NOT}(?<after>[^,]*))$`,
);

/** The statement of a Chinese sentence about states, if it is about nothing else. */
export function readChinese(sentence: string): StateStatement | undefined {
  const text = sentence
    .replace(/^(?:说明|须知|注意):/u, '')
    .replaceAll(':', ',')
    .replace(/[“”"'‘’「」`*]/gu, '')
    .replace(/(?<=[\p{Script=Han},、]) | (?=[\p{Script=Han},、])/gu, '');
  return named(text) ?? announcement(text) ?? restriction(text) ?? multiattach(text) ?? inACase(text);
}

function announcement(text: string): StateStatement | undefined {
  const match = ANNOUNCEMENTS.map((pattern) => pattern.exec(text)).find((each) => each !== null);
  return match && { kind: 'announces', deeds: present(match.groups?.deed) };
}

function named(text: string): StateStatement | undefined {
  const comma = text.lastIndexOf(',');
  const announced = text.slice(comma + 1);
  const rules = NOTHING.test(announced) ? 'none' : LISTED.test(announced) ? 'listed' : undefined;
  const condition = rules === undefined ? undefined : conditionOf(text.slice(0, Math.max(comma, 0)));
  return rules === undefined || condition === undefined ? undefined : { kind: 'names', rules, ...condition };
}

function restriction(whole: string): RequiredState | undefined {
  const text = whole.replace(MORE_BELOW, '').replace(OR_ELSE, '');
  const more = [MORE_BELOW, OR_ELSE].flatMap((after) => present(after.exec(whole)?.groups?.deed));
  for (const { pattern, forbidden } of REQUIREMENTS) {
    const match = pattern.exec(text);
    const clause = clauseOf(match, text);
    if (clause === undefined) continue;
    return { kind: 'requires', when: null, clause, forbidden, deeds: [...present(match?.groups?.deed), ...more] };
  }
  for (const { pattern, forbidden } of RESTRICTIONS) {
    const groups = pattern.exec(text)?.groups;
    const condition = conditionOf(groups?.condition ?? '');
    if (condition === undefined) continue;
    const deeds = [...condition.deeds, ...present(groups?.deed), ...more];
    return { kind: 'requires', when: null, clause: condition.clause, forbidden, deeds };
  }
  return undefined;
}

function multiattach(text: string): RequiredMultiattach | undefined {
  const groups = MULTIATTACH.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const value = groups.value?.toLowerCase() === 'true';
  const reason = groups.reason === undefined ? undefined : NO_SHARED.exec(groups.reason)?.groups;
  if (groups.reason !== undefined && (reason === undefined || value)) return undefined;
  return { kind: 'multiattach', when: null, value, deeds: [...present(reason?.before), ...present(reason?.after)] };
}

/** A restriction after "when the state is …" or "when deleting …". */
function inACase(text: string): StateStatement | undefined {
  for (let comma = text.indexOf(','); comma !== -1; comma = text.indexOf(',', comma + 1)) {
    const [before, after] = [text.slice(0, comma), text.slice(comma + 1)];
    const statement = restriction(after) ?? multiattach(after);
    if (statement === undefined) continue;
    const condition = conditionOf(before);
    if (condition !== undefined) {
      return { ...statement, when: condition.clause, deeds: [...condition.deeds, ...statement.deeds] };
    }
    const deed = /^(?:当|在)?(?<deed>[^,]+?)(?:时|之?前)$/.exec(before)?.groups?.deed;
    if (deed !== undefined) return { ...statement, deeds: [deed, ...statement.deeds] };
  }
  return undefined;
}
