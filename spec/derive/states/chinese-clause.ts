import { ownerOf, present } from './deed.ts';
import { STATE_WORD, statesIn } from './literals.ts';
import type { StateClause, StateSubject } from './statement.ts';
import { OWNERS } from './words.ts';

/** A list of states, in the group `states`. */
export const LIST = `(?:(?:以下|下列)状态(?:之一)?,)?(?<states>${STATE_WORD}(?:状态)?(?:(?:、或?|,|/|或者?|以及|和|及|与)${STATE_WORD}(?:状态)?)*)`;
/** The word for a state, or the name of the attribute that holds it. */
export const ATTRIBUTE = String.raw`(?:当前)?(?:状态(?:\(status\))?|(?<attribute>status|[a-z]+_status))(?:参数|字段)?(?:的?取?值)?`;
export const IS = '(?:为|是|处于|在)';
export const AT_THE_TIME = '(?:的时候|的情况下|时)';

const CONDITIONS = [
  `^(?<subject>.*?)的?${ATTRIBUTE}${IS}${LIST}$`,
  `^(?<subject>.*?)处于${LIST}$`,
  `^(?<deed>.*?)${ATTRIBUTE}${IS}${LIST}的(?<subject>.+)$`,
  `^(?<deed>[^A-Za-z]*?)(?:处于)?${LIST}的(?<subject>.+)$`,
].map((source) => new RegExp(source));

const VOLUME = `(?:${OWNERS.volume.zh})`;
const ATTACHED = new RegExp(
  `^(?:(?:${VOLUME})?(?:所|已|当前)?挂载(?:到|至|于)?的?(?:所有)?|挂载了?该?${VOLUME}的)(?:${OWNERS.server.zh})$`,
);

/** A clause, and the action that the sentence mentions within it: "extending a volume whose state is …". */
interface ChineseCondition {
  readonly clause: StateClause;
  readonly deeds: readonly string[];
}

/** A clause about something whose state is one of those named. */
export function conditionOf(text: string): ChineseCondition | undefined {
  const bare = text.replace(/^(?:当|如果|若|在|对于)/, '').replace(new RegExp(`${AT_THE_TIME}$`), '');
  for (const pattern of CONDITIONS) {
    const match = pattern.exec(bare);
    const clause = clauseOf(match, bare);
    if (clause !== undefined) return { clause, deeds: present(match?.groups?.deed) };
  }
  return undefined;
}

/** The groups `subject`, `attribute` and `states` as a clause; undefined if one of them has another meaning. */
export function clauseOf(match: RegExpExecArray | null, text: string): StateClause | undefined {
  const subject = match === null ? undefined : subjectOf(match.groups?.subject ?? '');
  if (subject === undefined) return undefined;
  const states = statesIn(match?.groups?.states ?? '', subject, /状态|status/.test(text) ? 'sure' : 'bare');
  return states && { subject, attribute: match?.groups?.attribute ?? 'status', states };
}

function subjectOf(phrase: string): StateSubject | undefined {
  if (phrase === '') return 'not named';
  if (/^[它其]$/.test(phrase)) return 'it';
  return ATTACHED.test(phrase) ? 'attached servers' : ownerOf(phrase, 'zh');
}
