import type { Contract, JsonSchema } from '../contract.ts';
import type { Components } from './components.ts';
import { type Parts, partName } from './groups.ts';
import { anyOf } from './join.ts';
import type { OpenApiContent } from './media.ts';
import { samplesOf } from './samples.ts';
import { openApiSchema } from './schema.ts';

/** A Response Object of OpenAPI. */
export interface OpenApiResponse {
  readonly description: string;
  readonly content?: OpenApiContent;
  /** Ids of the contracts without a body here, if others have one. */
  readonly 'x-evs-no-body'?: readonly string[];
}

/** The pages' statements about one answer: a success, or a refusal. */
interface AnswerSource {
  readonly description: string;
  readonly schemaOf: (contract: Contract) => JsonSchema | null;
  readonly samplesOf: (contract: Contract) => readonly unknown[];
  /** Makes a schema a component. */
  readonly named: (contract: Contract, schema: JsonSchema) => JsonSchema;
}

/**
 * The answers of an operation: a success by its status (`2XX` if the page names none), and refusals as `4XX`. They are
 * not `default`, because that includes answers of a broken server or a gateway, which pages do not mention.
 */
export function responsesOf(parts: Parts, components: Components): Readonly<Record<string, OpenApiResponse>> {
  const statuses = [...new Set(parts.map(statusOf))].toSorted();
  const success = {
    schemaOf: ({ response }: Contract) => response.success.schema,
    samplesOf: ({ samples }: Contract) => samples.success,
    named: (part: Contract, schema: JsonSchema) =>
      components.named(`${part.id}.answer`, parts.length === 1 ? schema : { title: partName(part), ...schema }),
  };
  const successes = statuses.map((status) => {
    const those = parts.filter((part) => statusOf(part) === status);
    const whose = those.length === parts.length ? '' : ` of ${those.map(partName).join(', ')}`;
    return [status, responseOf(those, { ...success, description: `Success${whose}` })];
  });
  const refusal = responseOf(parts, {
    description: 'Refusal',
    schemaOf: ({ response }) => response.error.schema,
    samplesOf: ({ samples }) => samples.error,
    // most operations share a few forms of refusals
    named: (_part, schema) => components.named('refusal', { title: refusalTitle(schema), ...schema }),
  });
  return { ...Object.fromEntries(successes), '4XX': refusal };
}

function statusOf({ response }: Contract): string {
  return String(response.success.status ?? '2XX');
}

function responseOf(parts: readonly Contract[], answer: AnswerSource): OpenApiResponse {
  const { description } = answer;
  const schemas = new Map(
    parts.flatMap((part) => {
      const schema = answer.schemaOf(part);
      return schema === null ? [] : [[part, openApiSchema(schema)] as const];
    }),
  );
  if (schemas.size === 0) return { description };
  const bare = parts.filter((part) => !schemas.has(part)).map(({ id }) => id);
  return {
    description,
    content: {
      'application/json': {
        schema: anyOf([...schemas].map(([part, schema]) => answer.named(part, schema))),
        ...samplesOf(parts, answer.samplesOf, (part) => schemas.get(part)),
      },
    },
    ...(bare.length === 0 ? {} : { 'x-evs-no-body': bare }),
  };
}

/** The keys that identify a refusal, e.g. `error or itemNotFound`. */
function refusalTitle({ properties = {} }: JsonSchema): string {
  const keys = Object.keys(properties as object);
  return keys.length === 0 ? 'refusal' : keys.join(' or ');
}
