import type { ConditionalSchema, Contract, JsonSchema, Normalisation, Reading, Unparsed } from '../../contract.ts';
import { factOf } from '../../fields.ts';
import type { ReadRestrictions } from '../constraints/restrictions.ts';
import type { DescribedPlace } from '../described.ts';
import type { PageStatement } from '../statement.ts';
import type { StateReading } from '../states.ts';
import { type OperationPage, valuesOf } from '../structure/operation.ts';
import { answerReadings, responseOf } from './answer.ts';
import { caseOf } from './case.ts';
import { clausesOf } from './clauses.ts';
import { type OperationNature, placesOf, rolesOf } from './kind.ts';
import { withoutProse } from './samples.ts';
import { fieldSchema, objectSchema } from './schema.ts';
import { stateClauses, stateFact } from './state-clauses.ts';
import { boundTogether } from './together.ts';

/** The input for a contract. */
export interface OperationReading {
  readonly page: OperationPage;
  readonly nature: OperationNature;
  readonly described: readonly DescribedPlace[];
  readonly states: StateReading;
  readonly restrictions: ReadRestrictions;
  readonly statements: readonly PageStatement[];
  readonly unparsed: readonly Unparsed[];
}

/** The contract that follows from the page's statements. */
export function contractOf(id: string, reading: OperationReading): Contract {
  const { described, nature, page, statements } = reading;
  const { answers, body, deprecation, parameters, route } = page;
  const path = Object.fromEntries(
    parameters.path.map((field) => [
      field.name,
      pathSchema(fieldSchema(field, { place: 'path', described, samples: [] })),
    ]),
  );
  const query = queryOf(page, described);
  const request = requestOf(reading);
  const preconditions = reading.states.rules.map(({ on, requires, when }) => ({
    on,
    when,
    requires,
    fact: stateFact(on, when),
  }));
  const schema = caseOf({ path, project: nature.project, query, body: request, preconditions });
  const places = placesOf(page, nature);
  const clauses = [
    ...(query === null ? [] : clausesOf(query, 'query')),
    ...(request === null ? [] : clausesOf(request, 'request')),
    ...stateClauses(schema, preconditions),
  ];
  // an object that only a sample shows has no row
  const known = new Set(statements.map(({ fact }) => fact));
  return {
    format: 2,
    id,
    operation: {
      method: route.method,
      path: route.path,
      parameters: path,
      project: nature.project,
      query,
      roles: rolesOf(page, places),
      kind: nature.kind,
      resource: nature.resource,
      action: nature.action,
      deprecated: deprecation.title !== null || deprecation.notice !== null,
    },
    request,
    cases: casesOf(described),
    response: responseOf(page, described),
    answers: places,
    samples: {
      request: body === null ? [] : valuesOf(body.samples).map(withoutProse),
      query: route.query.size === 0 ? [] : [Object.fromEntries(route.query)],
      success: valuesOf(answers.success.samples).map(withoutProse),
      error: valuesOf(answers.error.samples).map(withoutProse),
    },
    normalise: normalisationsOf(described),
    preconditions,
    case: schema,
    clauses: clauses.map((clause) => ({
      ...clause,
      fact: clause.fact !== null && known.has(clause.fact) ? clause.fact : null,
    })),
    facts: statements.map(({ fact, value }) => ({ id: fact, value })),
    readings: [...answerReadings(page), ...readingsOf(described)].filter(({ fact }) => known.has(fact)),
    unparsed: reading.unparsed,
  };
}

/** A parameter of the path is text, whatever type its table gives. */
function pathSchema({ type: _, ...schema }: JsonSchema): JsonSchema {
  return { type: 'string', ...schema };
}

function requestOf({ described, restrictions, page: { body } }: OperationReading): JsonSchema | null {
  if (body === null) return null;
  const samples = valuesOf(body.samples);
  const schema = objectSchema({ place: 'request', fields: body.fields, described, samples });
  return boundTogether(schema, restrictions, described);
}

function queryOf(
  { parameters: { query }, route }: OperationPage,
  described: readonly DescribedPlace[],
): JsonSchema | null {
  if (query.length === 0) return null;
  const samples = route.query.size === 0 ? [] : [Object.fromEntries(route.query)];
  return objectSchema({ place: 'query', fields: query, described, samples });
}

/** Bounds that hold in some cases: each keeps its field. */
function casesOf(described: readonly DescribedPlace[]): readonly ConditionalSchema[] {
  return asked(described).flatMap(({ field, place, pointer, says }) =>
    says.cases.map(({ schema, when }) => ({
      pointer: casePointer(place, pointer),
      when,
      schema: { ...(field.type === null ? {} : { type: field.type.kind }), ...schema },
      fact: factOf(place, pointer),
    })),
  );
}

function normalisationsOf(described: readonly DescribedPlace[]): readonly Normalisation[] {
  return asked(described)
    .filter(({ pointer, says }) => says.truncates && !pointer.includes('*'))
    .map(({ place, pointer }) => ({
      pointer: casePointer(place, pointer),
      operation: 'truncate',
      fact: factOf(place, pointer),
    }));
}

function readingsOf(described: readonly DescribedPlace[]): readonly Reading[] {
  return described.flatMap(({ place, pointer, says }) =>
    says.open.map(({ question, readings }) => ({ fact: factOf(place, pointer), question, readings })),
  );
}

function asked(described: readonly DescribedPlace[]): readonly DescribedPlace[] {
  return described.filter(({ place }) => place === 'request' || place === 'query');
}

function casePointer(place: DescribedPlace['place'], pointer: string): string {
  return `/${place === 'request' ? 'body' : place}${pointer}`;
}
