import type { Contract, JsonSchema } from './contract.ts';
import { errorNames, errorUnderAnyKey } from './envelope.ts';
import { extensionOf } from './extension.ts';
import { optionalMembers } from './optional.ts';
import { bounds, findClause, jobName, receiptNames, serverStatuses, volumeStatuses } from './parts.ts';

/**
 * The contract's word for each placeholder of a statement. Rows about missing parts of a contract are listed as well.
 */
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
  notGreater: (contract) => (isEqualOpen(contract) ? 'below' : 'equal to or below'),
  action: (contract) => extensionOf(contract).action,
  size: (contract) => extensionOf(contract).size,
  job: (contract) => jobName(contract) ?? 'job id',
  receipt: (contract) => receiptNames(contract).join(' or ') || 'job id',
  errors: (contract) => errorNames(contract).join(' or ') || 'an error',
  optional: (contract) => Object.keys(optionalMembers(contract)).join(', ') || 'optional members',
  status: ({ response }) => String(response.success.status ?? 'the documented status'),
  statuses: (contract) => volumeStatuses(contract).join(' or '),
  servers: (contract) => serverStatuses(contract).join(', ') || 'as documented',
  envelope: outlineOfError,
};

/** The shape of a refusal for readers; `none` if the page shows none. */
export function outlineOfError(contract: Contract): string {
  const { schema } = contract.response.error;
  const underAny = errorUnderAnyKey(contract);
  if (schema === null) return 'none';
  return underAny === null ? outline(schema) : `{"…": ${outline(underAny)}} under any key`;
}

/** Whether the page leaves open if the present size may be asked for. */
const isEqualOpen = (contract: Contract): boolean => findClause(contract, 'size.growth') !== undefined;

/** A schema for readers: `{"error": {"message": string}}`. */
export function outline(schema: JsonSchema): string {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return outlineOf(alternatives as readonly JsonSchema[]);
  const properties = schema.properties;
  if (typeof properties !== 'object' || properties === null) return String(schema.type ?? 'anything');
  const members = Object.entries(properties).map(([key, value]) => `"${key}": ${outline(value as JsonSchema)}`);
  return `{${members.join(', ')}}`;
}

/** Alternatives that differ in one key only are written as one, because there can be many. */
function outlineOf(alternatives: readonly JsonSchema[]): string {
  const members = alternatives.map(({ properties }) =>
    Object.entries((properties ?? {}) as Record<string, JsonSchema>),
  );
  const values = new Set(members.map(([first]) => (first === undefined ? '' : outline(first[1]))));
  const isAlike = values.size === 1 && members.every((entries) => entries.length === 1);
  if (!isAlike) return alternatives.map(outline).join(' or ');
  return `{${members.map(([first]) => `"${first?.[0]}"`).join(' or ')}: ${[...values].join()}}`;
}

/** Fills the `{placeholders}` of a statement from a contract; an unknown one stays unchanged. */
export function fill(statement: string, contract: Contract): string {
  return statement.replace(/\{(\w+)\}/g, (whole, name: string) => words[name]?.(contract) ?? whole);
}
