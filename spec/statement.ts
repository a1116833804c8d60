import type { Contract, JsonSchema } from './contract.ts';
import { bounds, serverStatuses, volumeStatuses } from './read.ts';

/** The words that a contract gives to the placeholders of a statement. */
function words(contract: Contract): Record<string, string> {
  const { maximum } = bounds(contract);
  return {
    method: contract.operation.method,
    path: contract.operation.path,
    maximum: String(maximum ?? 'no maximum'),
    over: String((maximum ?? 0) + 1),
    below: maximum === null ? '' : ` and below ${maximum} GB`,
    action: contract.names.action,
    size: contract.names.size,
    job: contract.names.job ?? 'job id',
    errors: contract.names.errors.join(' or '),
    status: String(contract.response.success.status),
    statuses: volumeStatuses(contract).join(' or '),
    servers: serverStatuses(contract).join(', '),
    envelope: outline(contract.response.error.schema),
  };
}

/** A schema as a reader writes it down: `{"error": {"message": string}}`. */
export function outline(schema: JsonSchema): string {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return alternatives.map((one) => outline(one as JsonSchema)).join(' or ');
  const properties = schema.properties;
  if (typeof properties !== 'object' || properties === null) return String(schema.type ?? 'anything');
  const members = Object.entries(properties).map(([key, value]) => `"${key}": ${outline(value as JsonSchema)}`);
  return `{${members.join(', ')}}`;
}

/** Fills the `{placeholders}` of a statement from a contract; an unknown one is left as it stands. */
export function fill(statement: string, contract: Contract): string {
  const known = words(contract);
  return statement.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
}
