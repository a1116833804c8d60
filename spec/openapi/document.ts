import type { Contract } from '../contract.ts';
import { operationsByPath } from './groups.ts';
import { type OpenApiOperation, operationOf } from './operation.ts';

/** An OpenAPI 3.1 document, as far as one is written here. */
export interface OpenApiDocument {
  /** Not 3.1.1, which says nothing else, and which some tools refuse. */
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  /** Path template → method in small letters → operation. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

/** No document can be made of these contracts. */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';
}

/**
 * One document of all contracts, in the order of their paths. It holds no sentence of a page; what OpenAPI cannot say
 * stands under `x-evs-…`, as `schemas/openapi-extensions.schema.json` describes.
 *
 * @param version - of the package that writes it
 * @throws OpenApiError where there is no contract, or two of one id
 */
export function openApiDocument(contracts: readonly Contract[], version: string): OpenApiDocument {
  if (contracts.length === 0) throw new OpenApiError('there is no contract to make an OpenAPI document of');
  const ids = contracts.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined)
    throw new OpenApiError(`two contracts have the id ${twice}: leave one away, or give it another`);
  const taken = new Set(ids);
  const paths = operationsByPath(contracts).map(({ path, methods }) => [
    path,
    Object.fromEntries(methods.map(({ method, parts }) => [method.toLowerCase(), operationOf(path, parts, taken)])),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: contracts.length === 1 ? ids.join() : `${contracts.length} operations`,
      version,
      description: `Made by evs-conformance ${version} of contracts that it derived from API pages.`,
    },
    tags: [...new Set(contracts.map(({ operation }) => operation.resource))].toSorted().map((name) => ({ name })),
    paths: Object.fromEntries(paths),
  };
}
