import type { Contract } from '../contract.ts';
import { contractId } from '../derive/contract/id.ts';
import type { Components } from './components.ts';
import { descriptionOf } from './description.ts';
import type { Parts } from './groups.ts';
import { type OpenApiParameter, parametersOf } from './parameters.ts';
import { type OperationPart, partOf } from './part.ts';
import { type OpenApiRequestBody, requestBodyOf } from './request-body.ts';
import { type OpenApiResponse, responsesOf } from './responses.ts';
import { tagOf, titleOf } from './title.ts';

/** An Operation Object of OpenAPI. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly deprecated?: true;
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: OpenApiRequestBody;
  /** By status; `2XX` if a page names none, `4XX` for refusals. */
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
  readonly 'x-evs-operations': readonly OperationPart[];
}

/**
 * The single operation that OpenAPI allows for a method and a path, made of all contracts that share them.
 *
 * @param all - the contracts of the document
 * @param components - the named schemas of the document
 */
export function operationOf(
  path: string,
  parts: Parts,
  all: readonly Contract[],
  components: Components,
): OpenApiOperation {
  const requestBody = requestBodyOf(parts, components);
  return {
    operationId: operationId(parts, all),
    summary: titleOf(parts, all),
    description: descriptionOf(parts),
    tags: [tagOf(parts[0])],
    ...(parts.every(({ operation }) => operation.deprecated) ? { deprecated: true } : {}),
    parameters: parametersOf(path, parts),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: responsesOf(parts, components),
    'x-evs-operations': parts.map(partOf),
  };
}

/**
 * The contract's id. For several contracts it is the id of their route, otherwise the id of the first contract, which
 * no other operation has.
 */
function operationId([first, ...others]: Parts, all: readonly Contract[]): string {
  if (others.length === 0) return first.id;
  const ofRoute = contractId(first.operation, null);
  return all.some(({ id }) => id === ofRoute) ? first.id : ofRoute;
}
