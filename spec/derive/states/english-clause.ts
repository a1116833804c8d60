import { ownerOf } from './deed.ts';
import { STATE_WORD, statesIn } from './literals.ts';
import type { StateClause, StateSubject } from './statement.ts';
import { OWNERS } from './words.ts';

const ITEM = `(?:the )?${STATE_WORD}(?: (?:state|status))?`;
const LIST = `(?<states>(?:either )?${ITEM}(?:(?:, or |, and |, | or | and |/)${ITEM})*)`;
const IN = '(?<in>in (?:an? |(?:(?:one|any) of )?(?:the )?following states?, |state )?)?';

/** The part of a clause after the verb: the states, with or without "in". */
export const CLAUSE_END = `${IN}${LIST}`;

const IS = new RegExp(`^(?<subject>.+?) (?:is|are) (?:currently )?${CLAUSE_END}$`, 'i');
const WITHIN = new RegExp(`^(?<subject>.+?) (?<in>in )${LIST}$`, 'i');

/** "While available". */
const ALONE = new RegExp(`^(?<subject>)${CLAUSE_END}$`, 'i');

const VOLUME = `(?:${OWNERS.volume.en})`;
const SERVER = `(?:${OWNERS.server.en})`;
const ATTACHED = new RegExp(
  `^(?:(?:the|all|any|every|each) )*(?:attached ${SERVER}|(?<its>its|their) (?:attached )?${SERVER}|${SERVER} (?:(?:to which|that|which|where) )?(?:(?<it>it|they)|(?:(?:the|a|an|this|each) )?${VOLUME})(?: (?:is|are|has been|have been|was))?(?: currently)? attached(?: to)?)$`,
  'i',
);
/** A clause about something that is, or is in, a state. */
export function conditionOf(text: string): StateClause | undefined {
  return clauseOf(IS.exec(text)) ?? clauseOf(WITHIN.exec(text)) ?? clauseOf(ALONE.exec(text));
}

/** The group `subject` and the groups of `CLAUSE_END` as a clause; undefined if one of them has another meaning. */
export function clauseOf(match: RegExpExecArray | null): StateClause | undefined {
  const groups = match?.groups;
  const owner = groups === undefined ? undefined : subjectOf(groups.subject ?? '');
  if (groups === undefined || owner === undefined) return undefined;
  const words = groups.states ?? '';
  const list = words.replace(/(?<![-_])\b(?:the|either|states?|status|or|and)\b(?![-_])/g, ' ');
  const said = owner.said || /\b(?:states?|status)\b/.test(`${groups.in ?? ''}${words}`);
  const place = groups.in?.trim().toLowerCase();
  const sure = !said || /^in an?$/.test(place ?? '') ? 'bare' : place === undefined ? 'called a state' : 'in a state';
  const states = statesIn(list, owner.subject, sure);
  return states && { subject: owner.subject, attribute: owner.attribute, states };
}

interface EnglishSubject {
  readonly subject: StateSubject;
  readonly attribute: string;
  /** Whether it uses the word "state". */
  readonly said: boolean;
}

function subjectOf(phrase: string): EnglishSubject | undefined {
  if (phrase === '') return named('not named', undefined);
  const own = /^(?:(?<it>its|their)|the)? ?(?<attribute>status|state|[a-z]+_status)(?: value)?$/i.exec(phrase)?.groups;
  if (own !== undefined) return named(own.it === undefined ? 'not named' : 'it', own.attribute);
  const of =
    /^(?:the )?(?:value of (?:the )?)?(?<attribute>status|state|[a-z]+_status)(?: value)? of (?<owner>.+)$/i.exec(
      phrase,
    ) ?? /^(?<owner>.+?)(?:'s)? (?<attribute>status|state|[a-z]+_status)(?: value)?$/i.exec(phrase);
  const owner = (of?.groups?.owner ?? phrase).replace(/ (?:that|which|whose)$/i, '');
  if (/^(?:it|they)$/i.test(owner)) return named('it', of?.groups?.attribute);
  const attached = ATTACHED.exec(owner);
  const servers = (attached?.groups?.it ?? attached?.groups?.its) === undefined ? 'attached servers' : 'its servers';
  const subject = attached === null ? ownerOf(owner, 'en') : servers;
  return subject && named(subject, of?.groups?.attribute);
}

function named(subject: StateSubject, attribute: string | undefined): EnglishSubject {
  return {
    subject,
    attribute: attribute?.replace(/^state$/i, 'status').toLowerCase() ?? 'status',
    said: attribute !== undefined,
  };
}
