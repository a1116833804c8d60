import type { Sentence } from '../../read/page.ts';
import { deedOf, languageIn } from './deed.ts';
import { EVERYWHERE, type PageSubject, type StateScope, within } from './resolve.ts';
import type { StateStatement } from './statement.ts';

/**
 * The case in which each sentence holds, by the lists in which it stands; without an entry if the case is unknown.
 *
 * @param sentences Outside of tables, in the order of the page
 */
export function scopesOf(
  sentences: readonly Sentence[],
  statements: ReadonlyMap<Sentence, StateStatement>,
  page: PageSubject,
): ReadonlyMap<Sentence, StateScope> {
  const scopes = new Map<Sentence, StateScope>();
  const above = new Set(sentences.map(({ parent }) => parent));
  const suspended = new Set<Sentence | string>();
  for (const sentence of sentences) {
    const parent = parentOf(sentence);
    const siblings = parent ?? sentence.heading;
    const outer = parent === null ? EVERYWHERE : scopes.get(parent);
    const scope =
      parent === null || outer === undefined ? outer : scopeBelow(parent, outer, statements.get(parent), page);
    if (scope === undefined || suspended.has(siblings)) continue;
    scopes.set(sentence, scope);
    if (!above.has(sentence) && opensCase(sentence, statements.get(sentence))) suspended.add(siblings);
  }
  return scopes;
}

/**
 * The parent of a sentence, if it stands in the same section: a list at the beginning of a section has the end of the
 * section before for its parent, which says nothing about it.
 */
function parentOf({ parent, heading }: Sentence): Sentence | null {
  return parent?.heading === heading ? parent : null;
}

function scopeBelow(
  parent: Sentence,
  scope: StateScope,
  statement: StateStatement | undefined,
  page: PageSubject,
): StateScope | undefined {
  if (statement === undefined) return saysOnlyWhatIsDone(parent.text) ? scope : undefined;
  switch (statement.kind) {
    case 'announces':
      return scope;
    case 'names':
      return statement.rules === 'listed' ? within(statement.clause, scope, page) : undefined;
    default:
      return statement.when === null ? scope : undefined;
  }
}

/**
 * Whether a text only names the operation: "Deletes a snapshot" above a list restricts none of its items, but a further
 * word may.
 */
function saysOnlyWhatIsDone(text: string): boolean {
  if (/不|\bnot\b|cannot/i.test(text)) return false;
  const deed = deedOf(text, languageIn(text));
  return deed !== undefined && (deed.actions.size > 0 || /企业项目|enterprise project/i.test(text));
}

/**
 * Whether a sentence opens a case whose rules follow as paragraphs without a visible end: "System disks", "if …, the
 * constraints are as follows".
 */
function opensCase({ text }: Sentence, statement: StateStatement | undefined): boolean {
  if (statement !== undefined) return statement.kind === 'names' && statement.rules === 'listed';
  if (/(?:如下|以下[^,]{0,8})$|\b(?:as follows|following(?: \w+){0,2})$/i.test(text)) return true;
  return (
    /^(?:\S{0,12}(?:盘|卷|快照|备份|服务器)|(?:\S+ ){0,4}(?:disks?|volumes?|snapshots?|backups?|servers?))$/i.test(
      text,
    ) && !saysOnlyWhatIsDone(text)
  );
}
