import type { JsonSchema } from '../contract.ts';
import type { OpenApiSamples } from './samples.ts';

/** A body in JSON, as OpenAPI has it, with the samples that pages show of it. */
export interface OpenApiContent {
  readonly 'application/json': OpenApiSamples & { readonly schema: JsonSchema };
}
