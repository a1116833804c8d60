import type { Contract, JsonSchema } from './contract.ts';
import { bounds, serverStatuses, volumeStatuses } from './read.ts';

/** The words that a contract gives to the placeholders of a statement. */
function words(contract: Contract): Record<string, string> {
  const { maximum } = bounds(contract);
  const servers = serverStatuses(contract);
  return {
    method: contract.operation.method,
    path: contract.operation.path,
    // rows about what a contract does not have are listed all the same
    maximum: String(maximum ?? 'N'),
    over: maximum === null ? 'N + 1' : String(maximum + 1),
    below: maximum === null ? '' : ` and below ${maximum} GB`,
    action: contract.names.action,
    size: contract.names.size,
    job: contract.names.job ?? 'job id',
    errors: contract.names.errors.join(' or '),
    status: String(contract.response.success.status),
    statuses: volumeStatuses(contract).join(' or '),
    servers: servers.length === 0 ? 'as documented' : servers.join(', '),
    envelope: outline(contract.response.error.schema),
  };
}

/** A schema as a reader writes it down: `{"error": {"message": string}}`. */
export function outline(schema: JsonSchema): string {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return outlineOf(alternatives as readonly JsonSchema[]);
  const properties = schema.properties;
  if (typeof properties !== 'object' || properties === null) return String(schema.type ?? 'anything');
  const members = Object.entries(properties).map(([key, value]) => `"${key}": ${outline(value as JsonSchema)}`);
  return `{${members.join(', ')}}`;
}

/** Alternatives that differ in one key only are told as one, for there can be many. */
function outlineOf(alternatives: readonly JsonSchema[]): string {
  const members = alternatives.map(({ properties }) =>
    Object.entries((properties ?? {}) as Record<string, JsonSchema>),
  );
  const values = new Set(members.map(([first]) => (first === undefined ? '' : outline(first[1]))));
  const isAlike = values.size === 1 && members.every((entries) => entries.length === 1);
  if (!isAlike) return alternatives.map(outline).join(' or ');
  return `{${members.map(([first]) => `"${first?.[0]}"`).join(' or ')}: ${[...values].join()}}`;
}

/** Fills the `{placeholders}` of a statement from a contract; an unknown one is left as it stands. */
export function fill(statement: string, contract: Contract): string {
  const known = words(contract);
  return statement.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
}
