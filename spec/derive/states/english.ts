import { deedOf, present } from './deed.ts';
import { CLAUSE_END, clauseOf, conditionOf } from './english-clause.ts';
import type { RequiredMultiattach, RequiredState, StateClause, StateStatement } from './statement.ts';
import { OWNERS } from './words.ts';

const MUST = '(?:must|shall|needs? to|ha(?:s|ve) to|can only)';
const MAY = '(?:can|may)(?! not)';
const MAY_NOT = '(?:cannot|can not|must not|may not)';
const POSSIBLE = '(?:allowed|supported|permitted|possible)';
const LIMITS = '(?:restrictions?|constraints?|limitations?|limits?)';
const WHEN = '(?:when|if|while|as long as)';

const REQUIREMENTS = [
  { pattern: new RegExp(`^(?<subject>.+?) ${MUST} be ${CLAUSE_END}$`, 'i'), forbidden: false },
  { pattern: new RegExp(`^(?<subject>.+?) ${MAY_NOT} be ${CLAUSE_END}$`, 'i'), forbidden: true },
] as const;

/** Sentences that restrict by a condition of their own. */
const RESTRICTIONS = [
  { pattern: new RegExp(`^(?<deed>.+? ${MAY} .+?) only ${WHEN} (?<condition>.+)$`, 'i'), forbidden: false },
  { pattern: new RegExp(`^(?<deed>.+? ${MAY} only .+?) ${WHEN} (?<condition>.+)$`, 'i'), forbidden: false },
  {
    pattern: new RegExp(`^(?<deed>.+? (?:is|are) ${POSSIBLE}) only (?:for|${WHEN}) (?<condition>.+)$`, 'i'),
    forbidden: false,
  },
  {
    pattern: new RegExp(`^(?<deed>.+?) (?:is|are) only ${POSSIBLE} (?:for|${WHEN}) (?<condition>.+)$`, 'i'),
    forbidden: false,
  },
  { pattern: new RegExp(`^only ${WHEN} (?<condition>.+?),? (?<deed>${MAY} .+)$`, 'i'), forbidden: false },
  { pattern: new RegExp(`^only (?<condition>.+?) (?<deed>${MAY} be .+)$`, 'i'), forbidden: false },
  { pattern: new RegExp(`^(?<deed>.+? ${MAY_NOT} .+?) unless (?<condition>.+)$`, 'i'), forbidden: false },
  { pattern: /^(?:please )?(?:ensure|make sure) (?:that )?(?<condition>.+)$/i, forbidden: false },
  { pattern: new RegExp(`^(?<deed>.+? ${MAY_NOT} .+?) ${WHEN} (?<condition>.+)$`, 'i'), forbidden: true },
  { pattern: new RegExp(`^(?<condition>.+?) (?<deed>${MAY_NOT} be .+)$`, 'i'), forbidden: true },
] as const;

/** Phrases after a restriction that restrict nothing more. */
const OR_ELSE = /,? otherwise,? (?<deed>[^,]{1,60}?) (?:fails|will fail)$/i;

const NOTHING = [
  new RegExp(`^there (?:are|is) no (?:other )?${LIMITS}(?: on (?<deed>.+))?$`, 'i'),
  new RegExp(`^no (?:other )?${LIMITS} appl(?:y|ies)(?: to (?<deed>.+))?$`, 'i'),
  /^nothing (?:restricts|limits) (?<deed>.+)$/i,
];
const RULES = `(?:${LIMITS}|rules?|conditions?|requirements?)`;
const FOLLOW = '(?:hold|apply|are as follows|must be met|are listed below)';
const LISTED = [
  new RegExp(`^(?:(?:the|these|following|detailed|specific) )*${RULES} ${FOLLOW}$`, 'i'),
  new RegExp(`^there are the following ${RULES}$`, 'i'),
  /^(?:these|the following) (?:hold|apply)$/i,
];
const ANNOUNCEMENTS = [
  ...LISTED,
  new RegExp(`^(?:(?:the|usage|following) )*${RULES}$`, 'i'),
  new RegExp(`^the ${RULES} (?:on|for|of) (?<deed>.+) are as follows$`, 'i'),
  new RegExp(`^(?<deed>.+) (?:has|have|is subject to) the following ${RULES}$`, 'i'),
  /^(?:please )?(?:note|observe|pay attention to) the following(?: (?:points|items|rules))?$/i,
];

const VOLUME = `(?:${OWNERS.volume.en})`;
const MULTIATTACH = new RegExp(
  `^(?:(?<reason>[^,]+), (?:that is,? |i\\.e\\.,? |so |therefore,? |which means (?:that )?)?)?(?:the )?(?:value of )?(?:the )?(?:parameter )?multiattach(?: (?:parameter|attribute|value|flag))?(?: of (?:the |an? )?${VOLUME})? (?:must|shall|has to) be (?<value>true|false)$`,
  'i',
);
const NO_SHARED = new RegExp(
  `^(?:(?:an?|all|any) )?shared ${VOLUME} (?:${MAY_NOT} be (?<deed>.+)|(?:is|are) not supported)$`,
  'i',
);

/** The statement of an English sentence about states, if it is about nothing else. */
export function readEnglish(sentence: string): StateStatement | undefined {
  const text = sentence
    .replace(/^(?:note|notice|caution|important): /i, '')
    .replaceAll(': ', ', ')
    .replace(/["“”`*「」]|(?<![a-z])['‘’]|['‘’](?![a-z])/giu, '');
  return announcement(text) ?? restriction(text) ?? multiattach(text) ?? inACase(text);
}

function announcement(text: string): StateStatement | undefined {
  const match = ANNOUNCEMENTS.map((pattern) => pattern.exec(text)).find((each) => each !== null);
  return match && { kind: 'announces', deeds: present(match.groups?.deed) };
}

function restriction(whole: string): RequiredState | undefined {
  const text = whole.replace(OR_ELSE, '');
  const more = present(OR_ELSE.exec(whole)?.groups?.deed);
  for (const { pattern, forbidden } of REQUIREMENTS) {
    const clause = clauseOf(pattern.exec(text));
    if (clause !== undefined) return { kind: 'requires', when: null, clause, forbidden, deeds: more };
  }
  for (const { pattern, forbidden } of RESTRICTIONS) {
    const groups = pattern.exec(text)?.groups;
    const clause = conditionOf(groups?.condition ?? '');
    if (clause === undefined) continue;
    const deeds = [...present(groups?.deed?.replace(/ only\b/i, '')), ...more];
    return { kind: 'requires', when: null, clause: bound(clause, deeds), forbidden, deeds };
  }
  return undefined;
}

function multiattach(text: string): RequiredMultiattach | undefined {
  const groups = MULTIATTACH.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const value = groups.value?.toLowerCase() === 'true';
  const reason = groups.reason === undefined ? undefined : NO_SHARED.exec(groups.reason)?.groups;
  if (groups.reason !== undefined && (reason === undefined || value)) return undefined;
  return { kind: 'multiattach', when: null, value, deeds: present(reason?.deed) };
}

/** The statement after "when the volume is …," or "to delete …,". */
function inACase(text: string): StateStatement | undefined {
  for (let comma = text.indexOf(', '); comma !== -1; comma = text.indexOf(', ', comma + 1)) {
    const [before, after] = [text.slice(0, comma), text.slice(comma + 2)];
    const clause = conditionOf(/^(?:when|if|while|as long as|for) (.+)$/i.exec(before)?.[1] ?? '');
    const statement = clause === undefined ? undefined : inState(after, clause);
    if (statement !== undefined) return statement;
    const deed = /^(?:(?:when|before) (?=\w+ing )|(?:in order )?to )(.+)$/i.exec(before)?.[1];
    const required = deed === undefined ? undefined : restriction(after);
    if (deed !== undefined && required !== undefined) return { ...required, deeds: [deed, ...required.deeds] };
  }
  return undefined;
}

function inState(said: string, clause: StateClause): StateStatement | undefined {
  if (LISTED.some((pattern) => pattern.test(said))) return { kind: 'names', clause, rules: 'listed', deeds: [] };
  for (const pattern of NOTHING) {
    const match = pattern.exec(said);
    if (match !== null) return { kind: 'names', clause, rules: 'none', deeds: present(match.groups?.deed) };
  }
  const forbids = new RegExp(`^(?<deed>[^,]+ ${MAY_NOT} be [^,]+)$`, 'i').exec(said);
  const statement = restriction(said) ?? multiattach(said);
  if (statement !== undefined) return { ...statement, when: clause };
  return forbids === null ? undefined : { kind: 'requires', when: null, clause, forbidden: true, deeds: [forbids[0]] };
}

/** "A snapshot can be deleted only when it is …": "it" is the object at the beginning of the sentence. */
function bound(clause: StateClause, deeds: readonly string[]): StateClause {
  if (clause.subject !== 'it') return clause;
  const deed = deedOf(deeds.join(' '), 'en');
  const [owner, ...others] = deed?.owners ?? [];
  return owner === undefined || others.length > 0 || deed?.actions.has('create')
    ? clause
    : { ...clause, subject: owner };
}
