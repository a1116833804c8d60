import type { Sentence } from '../../read/page.ts';
import { caseOf, isCondition } from './cases.ts';
import { introduces } from './looks.ts';
import type { Passage } from './passage.ts';
import { FIELD, type Scanned, type Topic } from './scan.ts';

/** A passage that was read, and the clauses with its conditions. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly scanned: Scanned;
  readonly conditions: readonly string[];
}

/** The context of a passage: the passage that introduces its list, and the one before it. */
export interface PassageContext {
  readonly parent: ReadPassage | undefined;
  readonly before: ReadPassage | undefined;
}

/** The topic of a passage: the topic of its list, or the thing that the passage before named with a colon. */
export function topicFor(passage: Passage, { parent, before }: PassageContext): Topic {
  const topic = parent === undefined ? FIELD : parent.scanned.topic;
  if (before === undefined || !isNext(before, passage)) return topic;
  const { topic: last } = before.scanned;
  const isKey = last === null && /^[\w.:-]*[_:][\w.:-]*:\s/u.test(before.passage.text);
  return isKey || last?.on === 'keys' || last?.on === 'values' ? last : topic;
}

/** The conditions of a passage: its own, else those of its list, else those of the passage that it continues. */
export function conditionsOf(
  passage: Passage,
  scanned: Scanned,
  { parent, before }: PassageContext,
): readonly string[] {
  const own = scanned.rest.filter(isCondition);
  const last = own.at(-1);
  if (last !== undefined) return [upTo(passage.text, last)];
  if (parent !== undefined && parent.conditions.length > 0 && isScope(parent)) return parent.conditions;
  if (before === undefined || !isNext(before, passage) || isAside(before)) return [];
  return before.conditions.filter((condition) => !isBracketed(condition, before.passage.text));
}

/** A condition in brackets holds only for the text in the same brackets. */
function isBracketed(condition: string, text: string): boolean {
  const above = text.slice(0, text.indexOf(condition) + condition.length);
  return above.split('(').length > above.split(')').length;
}

/** Whether a condition belongs to the list below: the passage ends with it, or with words that introduce a list. */
export function isScope({ scanned: { rest } }: ReadPassage): boolean {
  const last = rest.at(-1) ?? '';
  return isCondition(last) || introduces(last);
}

/** A condition with the text before it, because brackets can divide a condition. */
function upTo(text: string, condition: string): string {
  return caseOf(condition) === null ? text.slice(0, text.indexOf(condition) + condition.length) : condition;
}

/** Whether a passage follows another one directly, in the same place of the same line. */
function isNext(before: ReadPassage, passage: Passage): boolean {
  const [one, other] = [before.passage.sentences[0], passage.sentences[0]] as const;
  return before.passage.line === passage.line && isBeside(one, other);
}

function isBeside(one: Sentence | undefined, other: Sentence | undefined): boolean {
  return one?.parent === other?.parent && one?.noteLine === other?.noteLine;
}

/** Advice, a reference, or a remark on when the field has an effect: it is no condition for the next sentence. */
function isAside({ passage: { text } }: ReadPassage): boolean {
  return /有意义|生效|都指定|为主|\bboth\b|建议|请参[见考]|会返回|则有值|\b(?:takes? effect|advised|recommended|is returned|for details)\b/iu.test(
    text,
  );
}
