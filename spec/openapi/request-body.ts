import type { Contract, JsonSchema } from '../contract.ts';
import type { Parts } from './groups.ts';
import { contentOf, type OpenApiContent } from './media.ts';
import { openApiSchema } from './schema.ts';

/** A Request Body Object of OpenAPI. */
export interface OpenApiRequestBody {
  readonly required: boolean;
  readonly content: OpenApiContent;
}

/** The body of an operation; undefined where none of its contracts takes one. */
export function requestBodyOf(parts: Parts): OpenApiRequestBody | undefined {
  const bodies = parts.flatMap((part) =>
    part.request === null ? [] : [{ part, schema: { title: part.id, ...openApiSchema(part.request) } }],
  );
  const [first, ...others] = bodies;
  if (first === undefined) return undefined;
  const withBody = bodies.map(({ part }) => part);
  const schema = others.length === 0 ? first.schema : { [choice(withBody)]: bodies.map((one) => one.schema) };
  return {
    required: withBody.length === parts.length,
    content: contentOf(schema, withBody, ({ samples }) => samples.request),
  };
}

/** A body is of exactly one operation where each requires a key, or a value, that no other has. */
function choice(parts: readonly Contract[]): 'oneOf' | 'anyOf' {
  const actions = new Set(parts.map(({ operation }) => operation.action));
  return actions.size === parts.length && parts.every(isTold) ? 'oneOf' : 'anyOf';
}

function isTold({ operation: { action }, request }: Contract): boolean {
  if (action === null || request === null) return false;
  const { properties = {}, required = [] } = request as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return required.some((name) => {
    const { const: only, enum: listed } = properties[name] ?? {};
    return name === action || only === action || (Array.isArray(listed) && listed.length === 1 && listed[0] === action);
  });
}
