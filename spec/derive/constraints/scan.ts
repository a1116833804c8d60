import { isCondition } from './cases.ts';
import type { FieldContext } from './field.ts';
import { endsBracket, isBound, isFate, isForeign } from './guard.ts';
import { CLAUSE_READERS } from './index.ts';
import { jsonOf } from './json.ts';
import type { SaidKeyword } from './kind.ts';
import { type ClauseSubject, subjectOf } from './subject.ts';

/** The default topic of a passage: the field, its keys or values, a case of it, or (null) another thing. */
export type Topic = { readonly on: 'field' | 'keys' | 'values' | 'both'; readonly when?: string } | null;

export const FIELD: Topic = { on: 'field' };

/** A passage, clause by clause. */
export interface Scanned {
  readonly said: readonly SaidKeyword[];
  /** The clauses that no reader reads. */
  readonly rest: readonly string[];
  /** The topic of a list that the passage introduces. */
  readonly topic: Topic;
}

const LABELS =
  /^(?:说明|注意|须知|功能说明|参数说明|描述|取值说明|约束|约束限制|限制|要求|参数解释|含义|定义|取值范围|默认取值|取值|格式|示例|例如|比如|备注|类型|单位|definition|value range|default value|note|notice|for example|example|format|constraints?|remarks?|type|unit|options?|currently)$/iu;
const CUT = /[,;:()]|\s(?=(?:and|but) (?:the|its?|this|must|defaults?|is|can|has)\b|which\b)/iu;
const START = /^(?:[\s,;()、。]|(?:currently|now|at present),?\s|(?:and|but|且|并且|并)(?=\s|\p{Script=Han}))+/iu;
const JOINT =
  /^(?:[\s,;()、。]|(?:currently|now|at present|at the same time),?\s|(?:and|but|which|with|where|且|并且|并|同时)(?=\s|\p{Script=Han}))+/iu;

/** Longer text is no sentence: its rest is not read. */
const MAX_CLAUSES = 64;
const MAX_LENGTH = 2000;

/** Reads a passage from left to right. */
export function scan(text: string, field: FieldContext, start: Topic, isFirst: boolean): Scanned {
  const said: SaidKeyword[] = [];
  const rest: string[] = [];
  let label = '';
  let topic = start;
  let left = text.replace(START, '');
  for (let clauses = 0; left !== ''; clauses += 1) {
    if (clauses === MAX_CLAUSES || text.length > MAX_LENGTH) return { said, rest: [...rest, left], topic: null };
    const found = longest(
      left,
      field,
      topic,
      isFirst,
      depthAt(text, left) > 0,
      rest.some((piece) => isForeign(piece, field, isFirst)),
      rest.length === 0 && said.length === 0,
    );
    if (found === undefined) {
      const at = left.search(CUT);
      const piece = (at < 0 ? left : left.slice(0, at)).trim();
      // a label counts as read if the clause after it is read
      const isLabel = left.charAt(at) === ':' && LABELS.test(piece);
      if (label !== '') rest.push(label);
      label = isLabel ? piece : '';
      if (piece !== '' && !isLabel) rest.push(piece);
      if (left.charAt(at) === ':') topic = topicOf(piece, field, topic, isFirst);
      else if (field.type === 'object') topic = keysOf(piece, field, isFirst) ?? topic;
      left = at < 0 ? '' : left.slice(at + 1);
    } else {
      label = '';
      said.push(...found.said);
      left = left.slice(found.length);
    }
    left = left.replace(JOINT, '');
    if (left.startsWith(':')) left = left.slice(1);
  }
  return { said, rest: label === '' ? rest : [...rest, label], topic };
}

/** The number of brackets that are open where the rest of a text begins. */
function depthAt(text: string, left: string): number {
  const before = text.slice(0, text.length - left.length);
  return before.split('(').length - before.split(')').length;
}

function longest(
  left: string,
  field: FieldContext,
  topic: Topic,
  isFirst: boolean,
  isAside: boolean,
  isAfterOther: boolean,
  isStart: boolean,
) {
  if (topic === null) return undefined;
  const around = {
    field,
    isHead: isFirst && isStart,
    isAside,
    subject: (text: string | undefined) => subjectIn(text ?? '', field, topic, isFirst),
    json: (text: string) => jsonOf(text, field),
  };
  let best: { readonly length: number; readonly said: readonly SaidKeyword[] } | undefined;
  for (const { pattern, read } of CLAUSE_READERS) {
    const match = pattern.exec(left);
    if (match === null || match[0].length <= (best?.length ?? 0)) continue;
    const said = read({ 0: match[0], ...match.groups }, around);
    if (said === undefined || said.some(({ on }) => !isOn(on, topic))) continue;
    const subject = (match.groups?.subject ?? '').trim();
    if (isAfterOther && /^(?:目前|当前|现在|输入|设置)*$/u.test(subject) && said.some(isBound)) continue;
    if (isCondition(subject) || (isAside && !endsBracket(left.slice(match[0].length)))) continue;
    if (isAfterOther && said.some(isFate) && !/[该此本]|\bthis\b/iu.test(match[0])) continue;
    const when = topic.when === undefined ? {} : { when: topic.when };
    best = { length: match[0].length, said: said.map((each) => ({ ...when, ...each })) };
  }
  return best;
}

function subjectIn(
  text: string,
  field: FieldContext,
  topic: Exclude<Topic, null>,
  isFirst: boolean,
): ClauseSubject | null {
  const found = subjectOf(text, field, isFirst);
  return found?.on === 'field' && topic.on !== 'field' ? { ...found, on: topic.on } : found;
}

/** Whether a statement fits its topic: under the heading of keys or values, none is about the field. */
function isOn(on: SaidKeyword['on'], topic: Exclude<Topic, null>): boolean {
  return topic.on === 'field' || topic.on === 'both' ? topic.on === 'field' || on !== 'field' : on === topic.on;
}

function topicOf(piece: string, field: FieldContext, topic: Topic, isFirst: boolean): Topic {
  if (LABELS.test(piece)) return topic;
  const found = subjectOf(piece, field, isFirst);
  if (found === null) return isFirst && /\p{Script=Han}/u.test(piece) ? topic : null;
  return found.on === 'field' && topic !== null && found.when === undefined ? topic : found;
}

function keysOf(piece: string, field: FieldContext, isFirst: boolean): Topic | undefined {
  const found = subjectOf(piece, field, isFirst);
  return found === null || found.on === 'field' ? undefined : found;
}
