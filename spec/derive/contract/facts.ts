import { factOf } from '../../fields.ts';
import type { ParameterRow, Sentence, Spot } from '../../read/page.ts';
import { findPart, spotOfSection } from '../../read/part.ts';
import type { DescribedPlace } from '../described.ts';
import type { PageStatement } from '../statement.ts';
import type { StateReading } from '../states.ts';
import type { OperationPage } from '../structure/operation.ts';
import { isObject, type JsonObject } from '../structure/sample.ts';
import { jobOf, namedResource, type OperationNature } from './kind.ts';
import { stateFact } from './state-clauses.ts';

/** The facts of a page: deprecation, authorisation, method and path, answers, and each field. */
export function factsOf(
  page: OperationPage,
  fields: readonly DescribedPlace[],
  nature: OperationNature,
  states: StateReading,
): readonly PageStatement[] {
  const named = ofAnswers(page, fields);
  const rows = ofFields(fields, nature).filter(({ at, fact }) => {
    const isTold = /^(?:success|error):/.test(fact) && named.some((each) => each.at.line === at.line);
    return !isTold;
  });
  return [...ofOperation(page, nature), ...ofStates(states), ...rows, ...named];
}

function ofStates({ rules }: StateReading): readonly PageStatement[] {
  return rules.flatMap(({ on, requires, sentence, when }) =>
    stated(stateFact(on, when), { on, when, requires }, sentence),
  );
}

const ENTERPRISE = /企业项目授权|\benterprise project/i;

function ofOperation(page: OperationPage, { kind, resource }: OperationNature): readonly PageStatement[] {
  const { answers, body, deprecation, route } = page;
  const intro = findPart(page.page, 'intro')?.sentences ?? [];
  const [effect] = intro.filter(({ noteLine, text }) => noteLine === null && text.length > 1);
  const enterprise = intro.find(({ text }) => ENTERPRISE.test(text));
  const request = findPart(page.page, 'request')?.section;
  const none = body === null ? (request ?? page.route.at) : undefined;
  const response = findPart(page.page, 'response')?.section;
  const empty = answers.success.fields.length === 0 && answers.success.samples.length === 0 ? response : undefined;
  return [
    ...stated('operation.deprecated', true, deprecation.title),
    ...stated('operation.effect', { kind, resource }, effect),
    ...stated('operation.enterprise-project', true, enterprise),
    ...stated('notice.deprecated', true, deprecation.notice && ofNote(deprecation.notice)),
    ...stated('operation.route', { method: route.method, path: route.path }, route.at),
    ...stated('request.no-body', true, none),
    ...stated('response.no-body', true, empty),
  ];
}

/** The place of a note is its first line. */
function ofNote(sentence: Spot & Partial<Pick<Sentence, 'noteLine'>>): Spot {
  return { ...sentence, line: sentence.noteLine ?? sentence.line };
}

function ofFields(fields: readonly DescribedPlace[], { project }: OperationNature): readonly PageStatement[] {
  return fields.flatMap(({ field: { name, row, type }, place, pointer }) => {
    if (row === null) return [];
    const obligation = row.mandatory === null ? {} : { mandatory: row.mandatory };
    if (place !== 'path')
      return stated(factOf(place, pointer), { name, ...(type && { type: type.text }), ...obligation }, spotOfRow(row));
    const resource =
      name === project ? 'project' : (namedResource(name) ?? name).toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return stated(`parameter.${resource}`, { name, ...obligation }, spotOfRow(row));
  });
}

function ofAnswers(page: OperationPage, fields: readonly DescribedPlace[]): readonly PageStatement[] {
  const { answers, status } = page;
  const row = (place: DescribedPlace['place'], name: RegExp): ParameterRow | undefined =>
    fields.find((each) => each.place === place && each.field.members.length === 0 && name.test(each.pointer))?.field
      .row ?? undefined;
  const job = jobOf(page)?.row ?? undefined;
  const jobState = job?.sentences.find(({ noteLine }) => noteLine !== null);
  const codes = page.page.sections.find(({ place }) => place === 'errors');
  const samples = [...answers.success.samples, ...answers.error.samples];
  const [first] = samples;
  const shown = samples.map(({ value }) => keysOf(value));
  return [
    ...ofRow('response.job', job),
    ...stated('response.job-state', 'elsewhere', jobState && ofNote(jobState)),
    ...ofRow('response.error-message', row('error', /\/message$/)),
    ...ofRow('response.error-code', row('error', /\/code$/)),
    ...stated(
      'response.samples',
      shown,
      first && { ...first.code, text: samples.map(({ code }) => code.text).join(' ') },
    ),
    ...stated('response.success-status', status.status, status.at),
    ...stated('error-codes', 'elsewhere', codes && spotOfSection(codes)),
  ];
}

function ofRow(fact: string, row: ParameterRow | undefined): readonly PageStatement[] {
  return row === undefined
    ? []
    : stated(fact, { name: row.name, ...(row.type === null ? {} : { type: row.type.toLowerCase() }) }, spotOfRow(row));
}

/** A row with its description. */
export function spotOfRow({ anchor, heading, line, sentences, text }: ParameterRow): Spot {
  return {
    heading,
    line,
    anchor,
    text: [text, ...sentences.filter(({ noteLine }) => noteLine === null).map((each) => each.text)].join(' | '),
  };
}

/** The keys of a sample, outermost first; for a single object, its own key as well. */
function keysOf(value: JsonObject): readonly string[] {
  const keys = Object.keys(value);
  const inner = value[keys[0] ?? ''];
  return keys.length === 1 && isObject(inner) ? [...keys, ...Object.keys(inner)] : keys;
}

function stated(fact: string, value: unknown, at: Spot | null | undefined): readonly PageStatement[] {
  if (at == null) return [];
  const { anchor, heading, line, text } = at;
  return [{ fact, value, at: { heading, line, anchor, text } }];
}
