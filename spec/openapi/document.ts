import type { Contract, JsonSchema } from '../contract.ts';
import { noComponents } from './components.ts';
import { operationsByPath } from './groups.ts';
import { type OpenApiOperation, operationOf } from './operation.ts';
import { type OpenApiTag, subjectOf, tagsOf } from './tags.ts';
import { titleOf } from './title.ts';

/** An OpenAPI 3.1 document, as far as it is written here. */
export interface OpenApiDocument {
  /** Not 3.1.1, which changes nothing, and which some tools refuse. */
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: typeof SERVERS;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly tags: readonly OpenApiTag[];
  /** Path template → method in small letters → operation. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: typeof SECURITY;
  };
}

/** The server to fill in by hand, because contracts know no host. */
const SERVERS = [
  {
    url: 'https://{endpoint}',
    variables: { endpoint: { default: 'endpoint.invalid', description: 'Host of the service.' } },
  },
] as const;

const SECURITY = {
  token: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Auth-Token',
    description:
      'Token of the identity service, scoped to the project. Requests can be signed instead; OpenAPI cannot express that.',
  },
} as const;

/** These contracts make no document. */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';
}

/**
 * One document of all contracts, in the order of their paths. It holds no sentence of a page. Properties that OpenAPI
 * cannot express stand under `x-evs-…`, as `schemas/openapi-extensions.schema.json` describes.
 *
 * @param version - of the package that writes it
 * @throws OpenApiError if there is no contract, or two of one id
 */
export function openApiDocument(contracts: readonly Contract[], version: string): OpenApiDocument {
  if (contracts.length === 0) throw new OpenApiError('there is no contract for an OpenAPI document');
  const ids = contracts.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined)
    throw new OpenApiError(`two contracts have the id ${twice}: remove one, or give it another id`);
  const components = noComponents();
  const groups = operationsByPath(contracts);
  const operations = groups.flatMap(({ methods }) => methods.map(({ parts }) => parts));
  const [only] = operations;
  const paths = groups.map(({ path, methods }) => [
    path,
    Object.fromEntries(
      methods.map(({ method, parts }) => [method.toLowerCase(), operationOf(path, parts, contracts, components)]),
    ),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title:
        only !== undefined && operations.length === 1 ? titleOf(only, contracts) : `API of ${subjectOf(contracts)}`,
      version,
      description: descriptionOf(contracts.length, version),
    },
    servers: SERVERS,
    security: [{ token: [] }],
    tags: tagsOf(operations),
    paths: Object.fromEntries(paths),
    components: { schemas: components.schemas, securitySchemes: SECURITY },
  };
}

function descriptionOf(count: number, version: string): string {
  const contracts = count === 1 ? 'a contract' : `${count} contracts`;
  return `Made by evs-conformance ${version} of ${contracts} that it derived from API pages. Rules that OpenAPI cannot express are in the descriptions, and as data under \`x-evs-…\`.`;
}
