import type { Contract, JsonSchema } from './contract.ts';
import { extensionOf } from './extension.ts';
import { bounds, errorNames, jobName, serverStatuses, volumeStatuses } from './parts.ts';

/** The word that a contract gives to each placeholder of a statement. Rows about what it does not have are listed all the same. */
const words: Readonly<Record<string, (contract: Contract) => string>> = {
  method: ({ operation }) => operation.method,
  path: ({ operation }) => operation.path,
  maximum: (contract) => String(bounds(contract).maximum ?? 'N'),
  over: (contract) => {
    const { maximum } = bounds(contract);
    return maximum === null ? 'N + 1' : String(maximum + 1);
  },
  below: (contract) => {
    const { maximum } = bounds(contract);
    return maximum === null ? '' : ` and below ${maximum} GB`;
  },
  action: (contract) => extensionOf(contract).action,
  size: (contract) => extensionOf(contract).size,
  job: (contract) => jobName(contract) ?? 'job id',
  errors: (contract) => errorNames(contract).join(' or '),
  status: ({ response }) => String(response.success.status ?? 'the documented status'),
  statuses: (contract) => volumeStatuses(contract).join(' or '),
  servers: (contract) => serverStatuses(contract).join(', ') || 'as documented',
  envelope: ({ response }) => (response.error.schema === null ? 'none' : outline(response.error.schema)),
};

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
  return statement.replace(/\{(\w+)\}/g, (whole, name: string) => words[name]?.(contract) ?? whole);
}
