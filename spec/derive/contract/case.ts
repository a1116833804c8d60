import type { JsonSchema, Precondition } from '../../contract.ts';
import { namedResource } from './kind.ts';

/** The parts of a case. */
export interface CaseParts {
  readonly path: Readonly<Record<string, JsonSchema>>;
  readonly project: string | null;
  readonly query: JsonSchema | null;
  readonly body: JsonSchema | null;
  readonly preconditions: readonly Precondition[];
}

/** The status of a volume without work to do. If a page names no status, all others are open. */
export const RESTING = 'available';
/** The status in which volumes have servers, and no other: that is the meaning of the word, not a rule of a page. */
const ATTACHED = 'in-use';

/** The case schema: valid over `{path, query, body, fixtures}` means "must be accepted". */
export function caseOf({ body, path, preconditions, project, query }: CaseParts): JsonSchema {
  const kinds = Object.keys(path)
    .filter((name) => name !== project)
    .flatMap((name) => namedResource(name) ?? []);
  const resources = [...new Set([...kinds, ...preconditions.map(({ on }) => on.split('.')[0] ?? '')])];
  const fixtures = resources.map((resource) => [resource, fixtureOf(resource, preconditions)] as const);
  // an empty parameter would name nothing
  const named = Object.fromEntries(Object.entries(path).map(([name, schema]) => [name, { ...schema, minLength: 1 }]));
  const parts = {
    path: { type: 'object', required: Object.keys(path), properties: named },
    ...(query === null ? {} : { query }),
    ...(body === null ? {} : { body }),
    ...(fixtures.length === 0
      ? {}
      : { fixtures: { type: 'object', required: resources, properties: Object.fromEntries(fixtures) } }),
  };
  const rules = [...preconditions.flatMap(ruleOf), ...(resources.includes('volume') ? [attachment()] : [])];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: Object.keys(parts).filter((part) => part !== 'query' || hasRequired(query)),
    properties: parts,
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
}

function hasRequired(query: JsonSchema | null): boolean {
  return Array.isArray(query?.required) && query.required.length > 0;
}

/** The fixture of a resource. Its status is one that the page allows, if the page names any. */
function fixtureOf(resource: string, preconditions: readonly Precondition[]): JsonSchema {
  const named = preconditions.filter(({ on, when }) => on === `${resource}.status` && Object.keys(when).length === 0);
  const [status] = named.map(({ requires }) => requires);
  const spoken = preconditions
    .flatMap(({ on, when }) => [on, ...Object.keys(when)])
    .filter((name) => name.startsWith(`${resource}.`));
  const others = Object.fromEntries(spoken.map((name) => [name.slice(resource.length + 1), {}]));
  if (resource !== 'volume') {
    return { type: 'object', properties: { ...others, status: { type: 'string', ...status } } };
  }
  return volumeFixture({ type: 'string', ...(status ?? { enum: [RESTING] }) }, others);
}

/** A volume of a case, with the schema of its status. */
export function volumeFixture(status: JsonSchema, others: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return {
    type: 'object',
    required: ['size', 'status', 'multiattach', 'servers'],
    properties: {
      ...others,
      size: { type: 'integer', minimum: 1 },
      status,
      multiattach: { type: 'boolean' },
      servers: { type: 'array', items: { type: 'string' } },
    },
  };
}

/** A precondition for one state, as a rule about a case; one that always holds stands in the fixture itself. */
function ruleOf({ on, requires, when }: Precondition): readonly JsonSchema[] {
  const conditions = Object.entries(when);
  if (conditions.length === 0) return on.endsWith('.status') ? [] : [fixture(on, requires)];
  return [
    ifThen({ allOf: conditions.map(([attribute, schema]) => fixture(attribute, schema)) }, fixture(on, requires)),
  ];
}

/** A volume has servers while it is attached, and only then. */
export function attachment(): JsonSchema {
  const servers = (bound: JsonSchema): JsonSchema => fixture('volume.servers', { type: 'array', ...bound });
  const isAttached = fixture('volume.status', { const: ATTACHED });
  return { ...ifThen(isAttached, servers({ minItems: 1 })), else: servers({ maxItems: 0 }) };
}

export function ifThen(condition: JsonSchema, bound: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then: bound };
}

/** An attribute of a fixture, by its dotted name, as part of a case. */
export function fixture(attribute: string, schema: JsonSchema): JsonSchema {
  const inner = attribute
    .split('.')
    .reduceRight<JsonSchema>((below, key) => ({ type: 'object', properties: { [key]: below } }), schema);
  return { properties: { fixtures: inner } };
}
