import type { Clause, Contract, Fact, JsonSchema } from './contract.ts';

/** The place of a field in a request or an answer. */
export type FieldPlace = 'path' | 'query' | 'request' | 'success' | 'error';

/** A field of a request or an answer, a parameter, or the root of a body. */
export interface ContractField {
  readonly place: FieldPlace;
  /** JSON pointer into the body, `/` for its root, `*` for each item or any key; or `/name` of a parameter. */
  readonly pointer: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  /** The fact about it; null if the page lists no such row. */
  readonly fact: string | null;
  /** The clauses about it, its obligation included. */
  readonly clauses: readonly Clause[];
}

/** The id of the fact in a field's row, e.g. `request:/volume/size`. */
export function factOf(place: FieldPlace, pointer: string): string {
  return `${place}:${pointer}`;
}

/** The id of a field for `explain`, e.g. `request:/volume/size`. */
export function fieldId({ place, pointer }: Pick<ContractField, 'place' | 'pointer'>): string {
  return factOf(place, pointer);
}

/** Every field of a contract: path, query, request, successful answer, refusal; outermost first. */
export function fieldsOf(contract: Contract): readonly ContractField[] {
  const { operation, request, response } = contract;
  const path = { type: 'object', required: Object.keys(operation.parameters), properties: operation.parameters };
  const parts: readonly (readonly [FieldPlace, JsonSchema | null, string | null])[] = [
    ['path', path, '#/properties/path'],
    ['query', operation.query, '#/properties/query'],
    ['request', request, '#/properties/body'],
    ['success', response.success.schema, null],
    ['error', response.error.schema, null],
  ];
  return parts.flatMap(([place, schema, schemaPath]) => {
    if (schema === null) return [];
    const fields = below(schema, { contract, place, schemaPath, pointer: '', obligation: null });
    const hasRoot = place !== 'path' && place !== 'query';
    return unique(hasRoot ? fields : fields.filter(({ pointer }) => pointer !== '/'));
  });
}

interface FieldAt {
  readonly contract: Contract;
  readonly place: FieldPlace;
  /** The path of the field in the case schema; null for a field of an answer. */
  readonly schemaPath: string | null;
  readonly pointer: string;
  /** Path of the keyword that makes it mandatory; null if it is optional. */
  readonly obligation: string | null;
}

const INSIDE = { items: '/*', additionalProperties: '/*', propertyNames: '/*:keys' } as const;

function below(schema: JsonSchema, at: FieldAt): readonly ContractField[] {
  const { contract, obligation, place, schemaPath } = at;
  const pointer = at.pointer === '' ? '/' : at.pointer;
  const clauses = contract.clauses.filter((clause) => binds(clause, at));
  const field = { place, pointer, schema, isRequired: obligation !== null, fact: factIn(contract, at), clauses };
  const into = (path: string, more: Pick<FieldAt, 'pointer' | 'obligation'>): FieldAt => ({
    ...at,
    ...more,
    schemaPath: schemaPath === null ? null : `${schemaPath}/${path}`,
  });
  const required = new Set((schema.required ?? []) as readonly string[]);
  const members = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>).flatMap(
    ([name, inner]) => {
      const obliged = required.has(name) ? `${schemaPath ?? ''}/required` : null;
      return below(inner, into(`properties/${name}`, { pointer: `${at.pointer}/${name}`, obligation: obliged }));
    },
  );
  const inside = Object.entries(INSIDE).flatMap(([part, suffix]) => {
    const inner = schema[part];
    if (typeof inner !== 'object' || inner === null) return [];
    return below(inner as JsonSchema, into(part, { pointer: `${at.pointer}${suffix}`, obligation: null }));
  });
  return [field, ...members, ...inside, ...alternatives(schema, at)];
}

/**
 * The fields of each alternative of an answer, listed like fields of all alternatives: a reader looks for the field.
 */
function alternatives(schema: JsonSchema, at: FieldAt): readonly ContractField[] {
  return (['anyOf', 'oneOf', 'allOf'] as const).flatMap((keyword) =>
    ((schema[keyword] ?? []) as readonly JsonSchema[]).flatMap((inner, index) =>
      below(inner, { ...at, schemaPath: at.schemaPath === null ? null : `${at.schemaPath}/${keyword}/${index}` }).slice(
        1,
      ),
    ),
  );
}

/** Whether a clause is one of the field's own keywords, or makes it mandatory. */
function binds({ schemaPath: path }: Clause, { obligation, schemaPath }: FieldAt): boolean {
  if (schemaPath === null) return false;
  return path === obligation || path.slice(0, path.lastIndexOf('/')) === schemaPath;
}

/**
 * The fact about a field. Parameters, the job, and message and code of a refusal have facts named after their roles.
 */
function factIn({ answers, facts }: Contract, { place, pointer }: FieldAt): string | null {
  const ids = [factOf(place, pointer)];
  if (place === 'success' && pointer === answers.job) ids.push('response.job');
  if (place === 'error') ids.push(`response.error-${pointer.slice(pointer.lastIndexOf('/') + 1)}`);
  const named = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'name' in value && `/${value.name}` === pointer;
  const isOwn = (fact: Fact): boolean =>
    ids.includes(fact.id) || (place === 'path' && fact.id.startsWith('parameter.') && named(fact.value));
  return facts.find(isOwn)?.id ?? null;
}

function unique(fields: readonly ContractField[]): readonly ContractField[] {
  const first = new Map<string, ContractField>();
  for (const field of fields) if (!first.has(field.pointer)) first.set(field.pointer, field);
  return [...first.values()];
}
