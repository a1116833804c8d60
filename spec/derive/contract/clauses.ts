import { isFree } from '../../binding.ts';
import type { Clause, JsonSchema } from '../../contract.ts';
import { factOf } from '../../fields.ts';

/**
 * The requirement that each keyword of a schema tests, and its level; `open`: for lists that the page does not close.
 */
const KEYWORDS: Readonly<Record<string, { readonly requirement: string; readonly level: Clause['level'] }>> = {
  required: { requirement: 'required', level: 'MUST' },
  type: { requirement: 'type', level: 'MUST' },
  minimum: { requirement: 'range', level: 'MUST' },
  maximum: { requirement: 'range', level: 'MUST' },
  exclusiveMinimum: { requirement: 'range', level: 'MUST' },
  exclusiveMaximum: { requirement: 'range', level: 'MUST' },
  minLength: { requirement: 'length', level: 'SHOULD' },
  maxLength: { requirement: 'length', level: 'SHOULD' },
  minBytes: { requirement: 'length', level: 'SHOULD' },
  maxBytes: { requirement: 'length', level: 'SHOULD' },
  minItems: { requirement: 'length', level: 'SHOULD' },
  maxItems: { requirement: 'length', level: 'SHOULD' },
  uniqueItems: { requirement: 'length', level: 'SHOULD' },
  maxProperties: { requirement: 'length', level: 'SHOULD' },
  minProperties: { requirement: 'length', level: 'SHOULD' },
  pattern: { requirement: 'charset', level: 'SHOULD' },
  format: { requirement: 'format', level: 'SHOULD' },
  enum: { requirement: 'enum', level: 'MUST' },
};

/** Keywords that hold schemas of inner values. */
const INSIDE = ['items', 'propertyNames', 'additionalProperties'] as const;

/**
 * The clauses of a request's schema: one for each keyword that restricts, named after its requirement and the field.
 * Deprecated, reserved or unsupported fields and open lists do not bind; a query is a SHOULD.
 *
 * @param pointer - to the field whose schema it is; empty for the whole
 */
export function clausesOf(schema: JsonSchema, place: 'query' | 'request', pointer = ''): readonly Clause[] {
  const schemaPath = `#/properties/${place === 'request' ? 'body' : place}${pointer.replaceAll('/', '/properties/')}`;
  return below(schema, {
    place,
    schemaPath,
    pointer,
    isFree: false,
    facts: pointer === '' ? null : factOf(place, pointer),
  });
}

interface ClauseAt {
  readonly place: 'query' | 'request';
  readonly schemaPath: string;
  readonly pointer: string;
  readonly isFree: boolean;
  /** The facts of the nearest field with a row. */
  readonly facts: string | null;
}

function below(schema: JsonSchema, at: ClauseAt): readonly Clause[] {
  const free = at.isFree || isFree(schema);
  const here = Object.keys(KEYWORDS).filter((keyword) => schema[keyword] !== undefined);
  const own = here.map((keyword) => clause(keyword, schema, { ...at, isFree: free }));
  const members = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>).flatMap(
    ([name, inner]) => {
      const pointer = `${at.pointer}/${name}`;
      const schemaPath = `${at.schemaPath}/properties/${name}`;
      return below(inner, { ...at, pointer, schemaPath, isFree: free, facts: factOf(at.place, pointer) });
    },
  );
  const inside = INSIDE.flatMap((part) => {
    const inner = schema[part];
    if (typeof inner !== 'object' || inner === null) return [];
    const pointer = part === 'propertyNames' ? `${at.pointer}/*:keys` : `${at.pointer}/*`;
    return below(inner as JsonSchema, { ...at, pointer, schemaPath: `${at.schemaPath}/${part}`, isFree: free });
  });
  const rules = ((schema.allOf ?? []) as readonly JsonSchema[]).map((_, index) => exclusion(index, at));
  return [...own, ...members, ...inside, ...rules];
}

function clause(
  keyword: string,
  schema: JsonSchema,
  { facts, isFree: free, place, pointer, schemaPath }: ClauseAt,
): Clause {
  const { requirement, level } = KEYWORDS[keyword] as (typeof KEYWORDS)[string];
  const isOpen = keyword === 'enum' && schema['x-open'] === true;
  const asked: Clause['level'] = place === 'query' && level === 'MUST' ? 'SHOULD' : level;
  const name = `${place}.${requirement}`;
  return {
    id: `${name}:${pointer === '' ? '/' : pointer}:${keyword}`,
    requirement: name,
    level: free || isOpen || (place === 'query' && pointer === '/limit') ? 'advisory' : asked,
    fact: facts,
    schemaPath: `${schemaPath}/${keyword}`,
  };
}

/** Fields that exclude each other: the result of a request with both is open, because no row of the suite covers it. */
function exclusion(index: number, { facts, place, pointer, schemaPath }: ClauseAt): Clause {
  const requirement = `${place}.exclusion`;
  const id = `${requirement}:${pointer === '' ? '/' : pointer}:${index}`;
  return { id, requirement, level: 'advisory', fact: facts, schemaPath: `${schemaPath}/allOf/${index}` };
}
