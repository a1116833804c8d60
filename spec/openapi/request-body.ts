import type { Contract, JsonSchema } from '../contract.ts';
import type { Components } from './components.ts';
import { type Parts, partName } from './groups.ts';
import type { OpenApiContent } from './media.ts';
import { samplesOf } from './samples.ts';
import { openApiSchema } from './schema.ts';

/** A Request Body Object of OpenAPI. */
export interface OpenApiRequestBody {
  readonly required: boolean;
  readonly content: OpenApiContent;
}

/**
 * The body of an operation; undefined if none of its contracts takes one. Each is a component, named after the
 * contract's id.
 */
export function requestBodyOf(parts: Parts, components: Components): OpenApiRequestBody | undefined {
  const bodies = new Map(
    parts.flatMap((part) => (part.request === null ? [] : [[part, openApiSchema(part.request)] as const])),
  );
  const withBody = [...bodies.keys()];
  const [first, ...others] = [...bodies].map(([part, schema]) =>
    components.named(part.id, parts.length === 1 ? schema : { ...headOf(part), ...schema }),
  );
  if (first === undefined) return undefined;
  const samples = samplesOf(
    withBody,
    (part) => part.samples.request,
    (part) => bodies.get(part),
  );
  return {
    required: withBody.length === parts.length,
    content: {
      'application/json': {
        schema: others.length === 0 ? first : { [choice(bodies)]: [first, ...others] },
        ...samples,
      },
    },
  };
}

/** The heading of a body among others in a viewer. */
function headOf(part: Contract): JsonSchema {
  return { title: partName(part), ...(part.operation.deprecated ? { deprecated: true } : {}) };
}

/** Bodies exclude each other only if each schema requires a key, or a value, that no other has. */
function choice(bodies: ReadonlyMap<Contract, JsonSchema>): 'oneOf' | 'anyOf' {
  const actions = new Set([...bodies.keys()].map(({ operation }) => operation.action));
  const areTold = [...bodies].every(([{ operation }, schema]) => isTold(operation.action, schema));
  return actions.size === bodies.size && areTold ? 'oneOf' : 'anyOf';
}

function isTold(action: string | null, { properties = {}, required = [] }: JsonSchema): boolean {
  if (action === null) return false;
  return (required as readonly string[]).some((name) => {
    const { const: only, enum: listed } = (properties as Readonly<Record<string, JsonSchema>>)[name] ?? {};
    return name === action || only === action || (Array.isArray(listed) && listed.length === 1 && listed[0] === action);
  });
}
