import type { Contract, JsonSchema } from '../contract.ts';
import { examplesOf, type OpenApiExample } from './join.ts';

/** A body in JSON, as OpenAPI has it. */
export interface OpenApiContent {
  readonly 'application/json': {
    readonly schema: JsonSchema;
    readonly examples?: Readonly<Record<string, OpenApiExample>>;
  };
}

/** The content of a body, with the samples that pages show of it. */
export function contentOf(
  schema: JsonSchema,
  parts: readonly Contract[],
  samplesOf: (contract: Contract) => readonly unknown[],
): OpenApiContent {
  const examples = examplesOf(parts, samplesOf);
  return { 'application/json': { schema, ...(Object.keys(examples).length === 0 ? {} : { examples }) } };
}
