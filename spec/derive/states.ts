import type { Sentence } from '../read/page.ts';
import { readChinese } from './states/chinese.ts';
import { type Deed, deedOf, languageIn, spokenOf } from './states/deed.ts';
import { readEnglish } from './states/english.ts';
import { keyOf, type PageSubject, type ResolvedRule, requirementOf } from './states/resolve.ts';
import { scopesOf } from './states/scope.ts';
import type { StateStatement } from './states/statement.ts';

/** A condition on the state of something, without which the operation is not allowed. */
export interface StateRule extends ResolvedRule {
  /** The sentence of the rule. */
  readonly sentence: Sentence;
}

/** A state of the resource in which the operation is allowed, or bound only by the rules that follow. */
export interface NamedState {
  readonly status: string;
  readonly rules: 'none' | 'listed';
  readonly sentence: Sentence;
}

export interface StateReading {
  readonly rules: readonly StateRule[];
  readonly named: readonly NamedState[];
  /** The sentences that were understood to the last word. */
  readonly understood: ReadonlySet<Sentence>;
}

/** Sections besides the introduction in which a page restricts its operation. */
const LIMITING =
  /^(?:(?:接口|使用|操作)?(?:约束|限制|注意事项|前提条件)(?:(?:与|和)?(?:约束|限制|说明|条件))?|(?:usage |operation )?(?:constraints?|restrictions?|limitations?|prerequisites?|preconditions?|requirements?|notes?)(?: and (?:constraints|restrictions|limitations))?)$/i;

/**
 * Reads the states that a page requires, from the sentences outside its tables. A sentence is read completely or not at
 * all: one about a special case, another operation or an open list is left.
 *
 * @param sentences All of the page; its title names the operation that the sentences are about
 * @param resource The resource of the operation, e.g. `volume`
 */
export function readStates(sentences: readonly Sentence[], resource: string): StateReading {
  const prose = sentences.filter(({ row }) => row === null);
  const said = new Map(prose.flatMap((sentence) => pairOf(sentence)));
  const page = { resource, operation: operationOf(prose.filter((sentence) => !said.has(sentence))) };
  const statements = new Map([...said].filter(([sentence, statement]) => isOfOperation(statement, sentence, page)));
  const scopes = scopesOf(prose, statements, page);
  const rules: StateRule[] = [];
  const named: NamedState[] = [];
  const understood = new Set<Sentence>();
  for (const [sentence, statement] of statements) {
    const scope = scopes.get(sentence);
    if (scope === undefined) continue;
    if (statement.kind === 'names') {
      if (keyOf(statement.clause, scope, page) !== `${resource}.status`) continue;
      named.push(...statement.clause.states.map((status) => ({ status, rules: statement.rules, sentence })));
    } else if (statement.kind !== 'announces') {
      const rule = requirementOf(statement, scope, page);
      if (rule === undefined) continue;
      rules.push({ ...rule, sentence });
    }
    understood.add(sentence);
  }
  return { rules, named, understood };
}

/** The longest sentence that is read: longer ones are not about states, and the patterns look at each several times. */
const LONGEST = 250;

function pairOf(sentence: Sentence): readonly (readonly [Sentence, StateStatement])[] {
  const { text, place, heading } = sentence;
  const mayRestrict = place === 'intro' || (place === 'other' && LIMITING.test(heading.normalize('NFKC').trim()));
  if (!mayRestrict || text.length > LONGEST) return [];
  const statement = languageIn(text) === 'zh' ? readChinese(text) : readEnglish(text);
  return statement === undefined ? [] : [[sentence, statement]];
}

/** The operation in the title; without one, in the first sentence. */
function operationOf(sentences: readonly Sentence[]): Deed {
  const [title, intro] = (['title', 'intro'] as const).map((where) => sentences.find(({ place }) => place === where));
  const told = [title, intro].map((sentence) => sentence?.text ?? '').map((text) => spokenOf(text, languageIn(text)));
  return told.find(({ actions }) => actions.size > 0) ?? { actions: new Set(), owners: new Set() };
}

/** Whether all actions in a statement are the operation of this page. */
function isOfOperation(statement: StateStatement, { text }: Sentence, { resource, operation }: PageSubject): boolean {
  if (statement.deeds.length === 0) return true;
  const deeds = statement.deeds.map((deed) => deedOf(deed, languageIn(text)));
  const owners = deeds.flatMap((deed) => [...(deed?.owners ?? [])]);
  const subject = 'clause' in statement ? statement.clause.subject : resource;
  // "When the snapshot is …, it can be deleted": the object of the deletion is not named
  const objects = owners.length > 0 ? owners : [subject].filter((each) => !/servers$|^it|^not named/.test(each));
  return (
    deeds.every((deed) => deed !== undefined && [...deed.actions].every((action) => operation.actions.has(action))) &&
    objects.every((object) => object === resource || [...operation.owners].some((owner) => owner === object))
  );
}
