import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, JsonSchema } from '../../../spec/contract.ts';
import { packageRoot } from '../../../spec/root.ts';

type Place = 'path' | 'query' | 'request' | 'success' | 'error';

/** A constraint as a reader wrote it down, with its line. */
export interface StatedConstraint {
  readonly kind: string;
  readonly value: unknown;
  readonly line: number;
  /** Whether it holds in some cases only. */
  readonly isCase: boolean;
}

/** A row of a table. */
export interface FieldFact {
  readonly where: Place;
  /** `*` for each item of an array, or any key. */
  readonly pointer: string;
  readonly type: string | null;
  readonly required: boolean | null;
  readonly constraints: readonly StatedConstraint[];
}

/** What one page states, written down from the page alone: names and figures, no sentence of it. */
export interface PageFacts {
  readonly page: string;
  /** Method, path, status, deprecated, whether it takes a body and gives one. */
  readonly operation: readonly [string, string, number, boolean, boolean, boolean];
  readonly fields: readonly FieldFact[];
  readonly operationConstraints: readonly StatedConstraint[];
}

type ConstraintRow = readonly [kind: string, value: unknown, line: number, isCase?: 'case'];
type FieldRow = readonly [Place, string, string | null, boolean | null, number, readonly ConstraintRow[]];

const FOLDER = join(packageRoot(), 'test/spec/derive/golden/facts');

/** The facts of seventy-two pages: fifty-two drawn at random, and twenty more of which most have many constraints. */
export function readPageFacts(): readonly PageFacts[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const pages: readonly (Omit<PageFacts, 'fields' | 'operationConstraints'> & {
      readonly fields: readonly FieldRow[];
      readonly operationConstraints: readonly ConstraintRow[];
    })[] = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
    return pages.map(({ fields, operationConstraints, ...page }) => ({
      ...page,
      fields: fields.map(([where, pointer, type, required, , constraints]) => ({
        where,
        pointer,
        type,
        required,
        constraints: constraints.map(constraintOf),
      })),
      operationConstraints: operationConstraints.map(constraintOf),
    }));
  });
}

function constraintOf([kind, value, line, isCase]: ConstraintRow): StatedConstraint {
  return { kind, value, line, isCase: isCase === 'case' };
}

/** The schema of a field in a contract; undefined where it has none. */
export function schemaAt(
  { operation, request, response }: Contract,
  where: Place,
  pointer: string,
): { readonly schema: JsonSchema; readonly isRequired: boolean } | undefined {
  const { schema } = response.error;
  const [error] = [schema?.oneOf, schema?.anyOf].flatMap((any) => (any as readonly JsonSchema[] | undefined) ?? []);
  const roots: Readonly<Record<Place, JsonSchema | null>> = {
    path: { properties: operation.parameters },
    query: operation.query,
    request,
    success: response.success.schema,
    error: error ?? schema,
  };
  let [above, here]: (JsonSchema | undefined)[] = [undefined, roots[where] ?? undefined];
  const keys = pointer.split('/').slice(1);
  for (const key of keys) [above, here] = [here, here === undefined ? undefined : below(here, key)];
  if (here === undefined) return undefined;
  const required = (above?.required ?? []) as readonly string[];
  return { schema: here, isRequired: required.includes(keys.at(-1) ?? '') };
}

function below(schema: JsonSchema, key: string): JsonSchema | undefined {
  const { additionalProperties, items, properties } = schema as Readonly<Record<string, JsonSchema | undefined>>;
  if (key !== '*') return (properties as Readonly<Record<string, JsonSchema>> | undefined)?.[key];
  return items ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}

/** Every field of a contract that its page's tables list: it has a fact of its own row. */
export function fieldsIn({ facts }: Contract): readonly string[] {
  return facts.flatMap(({ id }) => (/^(?:query|request|success|error):\//.test(id) ? [id.replace(':', '')] : []));
}
