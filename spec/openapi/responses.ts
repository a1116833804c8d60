import type { Contract, JsonSchema } from '../contract.ts';
import type { Parts } from './groups.ts';
import { anyOf } from './join.ts';
import { contentOf, type OpenApiContent } from './media.ts';
import { openApiSchema } from './schema.ts';

/** A Response Object of OpenAPI. */
export interface OpenApiResponse {
  readonly description: string;
  readonly content?: OpenApiContent;
  /** Ids of the contracts that have no body here, where others have one. */
  readonly 'x-evs-no-body'?: readonly string[];
}

/**
 * The answers of an operation: a success by its status (`2XX` where the page names none), and refusals as `4XX`. Not as
 * `default`: that is the answer of a broken server or a gateway too, of which pages say nothing.
 */
export function responsesOf(parts: Parts): Readonly<Record<string, OpenApiResponse>> {
  const statuses = [...new Set(parts.map(statusOf))].toSorted();
  const successes = statuses.map((status) => [
    status,
    responseOf(
      'Success',
      parts.filter((part) => statusOf(part) === status),
      ({ response }) => response.success.schema,
      ({ samples }) => samples.success,
    ),
  ]);
  const refusal = responseOf(
    'Refusal',
    parts,
    ({ response }) => response.error.schema,
    ({ samples }) => samples.error,
  );
  return { ...Object.fromEntries(successes), '4XX': refusal };
}

function statusOf({ response }: Contract): string {
  return String(response.success.status ?? '2XX');
}

function responseOf(
  description: string,
  parts: readonly Contract[],
  schemaOf: (contract: Contract) => JsonSchema | null,
  samplesOf: (contract: Contract) => readonly unknown[],
): OpenApiResponse {
  const schemas = parts.map(schemaOf).filter((schema) => schema !== null);
  if (schemas.length === 0) return { description };
  const bare = parts.filter((part) => schemaOf(part) === null).map(({ id }) => id);
  return {
    description,
    content: contentOf(anyOf(schemas.map(openApiSchema)), parts, samplesOf),
    ...(bare.length === 0 ? {} : { 'x-evs-no-body': bare }),
  };
}
