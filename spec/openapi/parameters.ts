import type { Contract, JsonSchema } from '../contract.ts';
import { type Parts, parameterNames } from './groups.ts';
import { anyOf } from './join.ts';
import { type OpenApiSamples, samplesOf } from './samples.ts';
import { openApiSchema } from './schema.ts';

/** A Parameter Object of OpenAPI. */
export interface OpenApiParameter extends OpenApiSamples {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly deprecated?: true;
  readonly description?: string;
  readonly schema: JsonSchema;
}

/** The parameters of an operation: those of its path with the names in `path`, then those of the queries. */
export function parametersOf(path: string, parts: Parts): readonly OpenApiParameter[] {
  const ofPath = parameterNames(path).map((name, index) =>
    parameter(
      { name, in: 'path', required: true },
      parts.map(
        ({ operation }) => operation.parameters[parameterNames(operation.path)[index] ?? name] ?? { type: 'string' },
      ),
    ),
  );
  return [...ofPath, ...queryParameters(parts)];
}

function queryParameters(parts: Parts): readonly OpenApiParameter[] {
  const queries = parts.map(({ operation }) => fieldsOf(operation.query));
  return [...new Set(queries.flatMap(({ properties }) => Object.keys(properties)))].map((name) => {
    const required = queries.every((query) => query.required.includes(name));
    const one = parameter(
      { name, in: 'query', required },
      queries.map(({ properties }) => properties[name]).filter((schema) => schema !== undefined),
    );
    const samples = samplesOf(
      parts,
      (part) => valuesOf(part, name),
      () => one.schema,
    );
    return { ...one, ...samples };
  });
}

function parameter(
  place: Pick<OpenApiParameter, 'name' | 'in' | 'required'>,
  schemas: readonly JsonSchema[],
): OpenApiParameter {
  const isDeprecated = schemas.every(({ deprecated }) => deprecated === true);
  // viewers show the description of a parameter, but not its schema's
  const { description, ...schema } = anyOf(schemas.map(openApiSchema));
  return {
    ...place,
    ...(isDeprecated ? { deprecated: true } : {}),
    ...(description === undefined ? {} : { description: String(description) }),
    schema,
  };
}

function valuesOf({ samples }: Contract, name: string): readonly unknown[] {
  return samples.query.flatMap((query) => {
    const value = (query as Readonly<Record<string, unknown>>)[name];
    return value === undefined ? [] : [value];
  });
}

interface QueryFields {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

function fieldsOf(query: JsonSchema | null): QueryFields {
  const { properties = {}, required = [] } = (query ?? {}) as Partial<QueryFields>;
  return { properties, required };
}
