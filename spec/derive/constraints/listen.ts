import type { Sentence } from '../../read/page.ts';
import { caseOf, isCondition } from './cases.ts';
import { conditionsOf, isScope, type PassageContext, type ReadPassage, topicFor } from './context.ts';
import type { FieldContext } from './field.ts';
import { closes, type ValueItem, valueItem } from './items.ts';
import type { Heard } from './join.ts';
import type { SaidKeyword } from './kind.ts';
import { isWord, ValueLists } from './lists.ts';
import { introduces, looksLikeConstraint } from './looks.ts';
import { defaultByMeaning } from './meaning.ts';
import { isNothing, type Passage } from './passage.ts';
import { FIELD, scan, type Topic } from './scan.ts';

/** All statements of a cell, and the sentences with a part that looks like a constraint and was not read. */
interface CellStatements {
  readonly heard: readonly Heard[];
  readonly unparsed: Set<Sentence>;
}

/** Reads the passages of a cell in their order. */
export function listen(passages: readonly Passage[], field: FieldContext): CellStatements {
  const heard: Heard[] = [];
  const unparsed = new Set<Sentence>();
  const lists = new ValueLists();
  const read = new Map<Sentence | null, ReadPassage>();
  const introductions: Passage[] = [];
  let before: ReadPassage | undefined;
  for (const [index, passage] of passages.entries()) {
    if (isNothing(passage.text)) continue;
    const introduction = passage.sentences[0]?.parent ?? null;
    const context = { parent: read.get(introduction), before };
    const topic = topicFor(passage, context);
    const item = itemIn(passage, topic, context, field, index === 0);
    if (item !== undefined) {
      lists.add(introduction, item, passage);
      if (item.isDefault) heard.push({ said: { on: 'field', keyword: 'default', value: item.value }, passage });
      if (/必须|不能|不得|\b(?:must|cannot)\b/iu.test(item.meaning)) miss(passage, unparsed);
      before = { passage, scanned: { said: [], rest: [], topic: FIELD }, conditions: [`the value is ${item.value}`] };
      continue;
    }
    const scanned = scan(passage.text, field, topic, index === 0);
    before = { passage, scanned, conditions: conditionsOf(passage, scanned, context) };
    for (const sentence of passage.sentences) read.set(sentence, before);
    const kept = statementsOf(before);
    heard.push(...(kept ?? []).map((said) => ({ said, passage })));
    const isCase = kept?.some(({ when }) => when !== undefined);
    const doubtful = scanned.rest.filter((piece) => looksLikeConstraint(piece) && !(isCase && isCondition(piece)));
    const isLostItem = context.parent !== undefined && valueItem(passage.text, field) !== undefined;
    const isLostFormat = scanned.said.length === 0 && /^(?:[^,;:]{0,8}格式|format)\s*:/iu.test(passage.text);
    if (doubtful.length > 0 || kept === undefined || isLostItem || isLostFormat) miss(passage, unparsed);
    if (introduces(scanned.rest.at(-1) ?? '') && doubtful.every(introduces)) introductions.push(passage);
    lists.pass(introduction, passage);
  }
  const { heard: values, broken } = lists.heard();
  const said = new Set([...heard, ...values].map(({ passage }) => passage));
  const items = itemsOf(passages);
  for (const passage of introductions) acquit(passage, items, unparsed, said);
  for (const sentence of broken) unparsed.add(sentence);
  const absent = defaultByMeaning(passages, field);
  for (const sentence of absent?.passage.sentences ?? []) unparsed.delete(sentence);
  // the meaning of one value in one case is neither a bound nor a list
  for (const { passage, said } of heard)
    if (said.keyword === 'explains' && said.when !== undefined) miss(passage, unparsed);
  return { heard: [...withoutWords(heard), ...values, ...(absent === undefined ? [] : [absent])], unparsed };
}

function miss(passage: Passage, unparsed: Set<Sentence>): void {
  for (const sentence of passage.sentences) unparsed.add(sentence);
}

/** An item `value: meaning` of a list about the field, in any case. */
function itemIn(
  passage: Passage,
  topic: Topic,
  { parent }: PassageContext,
  field: FieldContext,
  isFirst: boolean,
): ValueItem | undefined {
  if (topic?.on !== 'field' || (parent !== undefined && parent.conditions.length > 0 && isScope(parent)))
    return undefined;
  return parent !== undefined || isValueAlone(passage.text, isFirst)
    ? valueItem(passage.text, field, parent !== undefined)
    : undefined;
}

/** `0: off` outside a list. A word in this place may be a label, so its spelling must differ from a label's. */
function isValueAlone(text: string, isFirst: boolean): boolean {
  return isFirst
    ? /^(?:true|false|\d{1,9}|["“][^"“”]{1,64}["”]): ?\S/iu.test(text)
    : /^(?![A-Z][a-z]+:)["“]?[\w.-]{1,64}["”]?: ?\S/u.test(text);
}

/** The statements of a passage, with their case; undefined if the case is not one of ours. */
function statementsOf({ scanned: { said }, conditions }: ReadPassage): readonly SaidKeyword[] | undefined {
  if (said.length === 0) return [];
  if (conditions.length === 0) return said;
  const [when, ...more] = new Set(conditions.map(caseOf));
  if (typeof when !== 'string' || more.length > 0 || said.some((each) => each.when !== undefined)) return undefined;
  return said.map((each) => ({ ...each, when }));
}

/** Drops the explanation of a single word: it is not yet a list of values. */
function withoutWords(heard: readonly Heard[]): readonly Heard[] {
  const explained = heard.filter(({ said: { keyword, when } }) => keyword === 'explains' && when === undefined);
  const isList = explained.length > 1 || !explained.every(isWord);
  return isList ? heard : heard.filter((each) => !explained.includes(each));
}

/**
 * A sentence that only introduces a list is no constraint of its own if the whole list was read; it is one if no item
 * was read.
 */
function acquit(
  introduction: Passage,
  itemsBelow: ReadonlyMap<Sentence, readonly Passage[]>,
  unparsed: Set<Sentence>,
  said: ReadonlySet<Passage>,
): void {
  const items = introduction.sentences.flatMap((sentence) => itemsBelow.get(sentence) ?? []);
  const isRead = items.some((item) => said.has(item));
  const isWhole = items.every(({ sentences }) => sentences.every((sentence) => !unparsed.has(sentence)));
  if (isRead && isWhole) for (const sentence of introduction.sentences) unparsed.delete(sentence);
  else if (items.length > 0 || closes(introduction.text)) miss(introduction, unparsed);
}

function itemsOf(passages: readonly Passage[]): ReadonlyMap<Sentence, readonly Passage[]> {
  const items = new Map<Sentence, Passage[]>();
  for (const passage of passages) {
    const parent = passage.sentences[0]?.parent ?? null;
    if (parent === null) continue;
    const below = items.get(parent);
    if (below === undefined) items.set(parent, [passage]);
    else below.push(passage);
  }
  return items;
}
