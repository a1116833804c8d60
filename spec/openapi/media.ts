import type { JsonSchema } from '../contract.ts';
import type { OpenApiSamples } from './samples.ts';

/** A JSON body in OpenAPI's form, with the pages' samples of it. */
export interface OpenApiContent {
  readonly 'application/json': OpenApiSamples & { readonly schema: JsonSchema };
}
