import type { Page, Sentence, Spot } from '../read/page.ts';
import { CONSTRAINT_WORDS } from '../read/vocabulary.ts';
import type { ReadRestrictions } from './constraints/restrictions.ts';
import { ON_SUCCESS } from './contract/schema.ts';
import { beyondOf } from './contract/shown.ts';
import { type DescribedPlace, unreadOf } from './described.ts';
import type { StateReading } from './states.ts';
import { ANY_KEY, type Field } from './structure/field.ts';
import { type OperationPage, valuesOf } from './structure/operation.ts';
import { isObject, type Sample, valuesAt } from './structure/sample.ts';
import { withoutKeys } from './structure/spelled.ts';

/** Text that looks like a constraint, or is meant as a sample, and that was not understood. */
export interface NotUnderstood {
  readonly heading: string;
  readonly line: number;
  readonly text: string;
}

/** The readings of the sentences outside tables. */
export interface ReadProse {
  readonly states: StateReading;
  readonly restrictions: ReadRestrictions;
}

/** The parts of a page that look like restrictions and were not understood, in the order of the page. */
export function notUnderstood(
  page: OperationPage,
  fields: readonly DescribedPlace[],
  { restrictions, states }: ReadProse,
): readonly NotUnderstood[] {
  const { answers, body, broken, deprecation, parameters } = page;
  const known = new Set<Spot>([deprecation.notice, deprecation.title].filter((spot) => spot !== null));
  const said = [
    ...restrictions.unparsed,
    ...unreadOf(fields),
    ...presences(fields),
    ...contradicted(page, fields),
  ].filter((sentence) => !isLabel(sentence));
  const prose = said.filter((sentence) => !known.has(sentence) && !states.understood.has(sentence));
  // a contract has no place for headers; the token belongs to the credentials
  const headers = parameters.headers.filter(({ name }) => !/^x-auth-token$/i.test(name));
  const types = fields.flatMap(({ field: { row, type } }) =>
    row !== null && row.type !== null && type === null ? [row] : [],
  );
  const shown = [
    ...unlisted(body?.samples ?? [], body?.fields ?? []),
    ...unlisted(answers.success.samples, answers.success.fields),
  ];
  const all = [...prose, ...headers, ...types, ...shown, ...broken].map(({ heading, line, text }) => ({
    heading,
    line,
    text,
  }));
  return unique(explanations(page.page, all)).toSorted((one, two) => one.line - two.line);
}

/** Phrases about parts of an answer that are present in some cases only. */
const SOMETIMES =
  /时(?:才|会|将)?返回(?:该|此|本)|(?:才|仅在.{1,30})(?:会)?返回|\breturned (?:only )?(?:if|when|for)\b|\bonly returned\b|\b(?:if|when)\b.{1,60}\bis returned\b/i;

function presences(fields: readonly DescribedPlace[]): readonly Sentence[] {
  const answered = fields.filter(({ place }) => place === 'success');
  return answered.flatMap(({ field }) =>
    (field.row?.sentences ?? []).filter(({ text }) => SOMETIMES.test(text) && !ON_SUCCESS.test(text)),
  );
}

/** Sentences about answers that a sample contradicts. */
function contradicted({ answers }: OperationPage, fields: readonly DescribedPlace[]): readonly Sentence[] {
  return fields.flatMap(({ field, place, pointer, says }) => {
    if (place !== 'success' && place !== 'error') return [];
    const keys = pointer.split('/').filter((key) => key !== '' && key !== '*');
    const values = keys.reduce<readonly unknown[]>(valuesAt, valuesOf(answers[place].samples));
    const lines = beyondOf(says.schema, values).map((keyword) => says.lines.get(keyword));
    return (field.row?.sentences ?? []).filter(({ line }) => lines.includes(line));
  });
}

/** Keys of samples that no table lists, next to others that one lists. */
function unlisted(samples: readonly Sample[], fields: readonly Field[]): readonly NotUnderstood[] {
  return samples.flatMap(({ code: { heading, line }, value }) =>
    strangersIn([value], fields).map((key) => ({ heading, line, text: `"${key}"` })),
  );
}

function strangersIn(values: readonly unknown[], fields: readonly Field[]): readonly string[] {
  if (fields.some(({ name }) => name === ANY_KEY)) return [];
  const keys = values.flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  const own = keys.filter((key) => fields.every(({ name }) => name !== key));
  const inner = fields.flatMap(({ members, name }) =>
    members.length === 0 ? [] : strangersIn(valuesAt(values, name), members),
  );
  return [...new Set([...own, ...inner])];
}

const TITLE = /^(?:说明|须知|注意|警告|提示|notes?|notice|caution|warning|important):?$/i;
/** Sentences that only refer to another page. */
const REFERENCE =
  /^(?:如果|如需|若)[^,;:]{1,60}[,:]?(?:可以?)?请?(?:参[考见]|查看)[^,;]*$|^(?:if|for|to) [^,;]{1,120}, (?:see|refer to)\b[^;]*$/i;

/**
 * Whether a sentence restricts nothing, although a word of it may look so: a title, a reference, "Format" above a path.
 */
function isLabel(sentence: Sentence): boolean {
  const { place, text } = sentence;
  const left = withoutKeys(text);
  return (
    TITLE.test(text) ||
    REFERENCE.test(text) ||
    (left !== text && !CONSTRAINT_WORDS.test(left)) ||
    (place === 'uri' && sentence.row === null && !looksBinding(sentence))
  );
}

function looksBinding({ text }: Sentence): boolean {
  return CONSTRAINT_WORDS.test(text);
}

/** Leaves out explanations of error statuses, because they restrict no request. */
function explanations(page: Page, found: readonly NotUnderstood[]): readonly NotUnderstood[] {
  const sentences = page.sections.filter(({ place }) => place === 'status').flatMap((section) => section.sentences);
  const explained = new Set(
    sentences.flatMap(({ line, text }, index) =>
      /^[45]\d\d\b/.test(sentences[index - 1]?.text ?? '') ? [`${line} ${text}`] : [],
    ),
  );
  return found.filter(({ line, text }) => !explained.has(`${line} ${text}`));
}

function unique(found: readonly NotUnderstood[]): readonly NotUnderstood[] {
  return [...new Map(found.map((one) => [`${one.line} ${one.text}`, one])).values()];
}
