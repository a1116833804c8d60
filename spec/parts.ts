import type { Clause, Contract, JsonSchema } from './contract.ts';
import { optionalMembers } from './optional.ts';
import type { ContractPart, Requirement } from './requirements/requirement.ts';

/** Thrown if a contract does not have the requested part; the caller has to ask `applies` first. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';
}

/** The clause with this id; undefined if the page does not state it. */
export function findClause(contract: Contract, id: string): Clause | undefined {
  return contract.clauses.find((clause) => clause.id === id);
}

/** Follows a clause's `schemaPath` (`#/a/b/0`) into the case schema. */
export function resolve(schema: JsonSchema, schemaPath: string): unknown {
  let here: unknown = schema;
  for (const step of schemaPath.replace(/^#\/?/, '').split('/')) {
    if (step === '') continue;
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[key] : undefined;
  }
  return here;
}

/** The schema value that a clause stands for. */
export function clauseValue(contract: Contract, id: string): unknown {
  const clause = findClause(contract, id);
  if (clause === undefined) throw new MissingPart(`the contract ${contract.id} has no clause ${id}`);
  return resolve(contract.case, clause.schemaPath);
}

/** The largest size that the page allows, in GB; null if it names none. */
export function bounds(contract: Contract): { readonly maximum: number | null } {
  return {
    maximum: findClause(contract, 'size.over-maximum') ? (clauseValue(contract, 'size.over-maximum') as number) : null,
  };
}

/** The smallest of the maxima for kinds of disk, in GB; null if the page does not distinguish any. */
export function smallestMaximum({ facts }: Pick<Contract, 'facts'>): number | null {
  const cases = facts.find(({ id }) => id === 'size.cases')?.value as
    | readonly { readonly maximum: number }[]
    | undefined;
  return cases === undefined ? null : Math.min(...cases.map(({ maximum }) => maximum));
}

/** The volume states in which the page allows an extension. */
export function volumeStatuses(contract: Contract): readonly string[] {
  return findClause(contract, 'state.other') ? (clauseValue(contract, 'state.other') as string[]) : [];
}

/** The states of an attached server in which the page allows an extension; empty if it names none. */
export function serverStatuses(contract: Contract): readonly string[] {
  const fact = contract.facts.find((one) => one.id === 'state.server-status');
  if (fact === undefined) return [];
  return (fact.value as { readonly servers: readonly string[] }).servers;
}

/** Whether a size may have a fraction; if the page is silent, the result of one is open. */
export function takesDecimals(contract: Contract): boolean {
  return findClause(contract, 'size.whole') === undefined;
}

/** The ids of a requirement's clauses: a case that breaks one of them tests it. */
export function clausesOf({ clauses }: Pick<Contract, 'clauses'>, requirement: string): readonly string[] {
  return clauses.filter((clause) => clause.requirement === requirement).map(({ id }) => id);
}

/** The parts that a requirement rests on and the contract lacks; the requirement's own id if it has no clause. */
export function missingParts(
  contract: Contract,
  id: string,
  { rests = [] }: Pick<Requirement, 'rests'>,
): readonly string[] {
  return rests.flatMap((part) => {
    if (Object.hasOwn(parts, part)) return parts[part as ContractPart](contract) ? [] : [part];
    const of = part === 'clauses' ? id : part;
    return clausesOf(contract, of).length > 0 ? [] : [of];
  });
}

/** Whether a requirement has a row in a report on this contract, even a row that does not apply. */
export function isListed(contract: Contract, id: string, requirement: Pick<Requirement, 'rests' | 'listed'>): boolean {
  return requirement.listed === undefined || missingParts(contract, id, requirement).length === 0;
}

/** Whether a contract has a part. */
const parts: Readonly<Record<ContractPart, (contract: Contract) => boolean>> = {
  truncation: ({ normalise }) => normalise.length > 0,
  optional: (contract) => Object.keys(optionalMembers(contract)).length > 0,
  growth: (contract) => findClause(contract, 'size.not-greater') !== undefined,
  job: ({ answers }) => answers.job !== null,
  status: ({ response }) => response.success.status !== null,
  envelope: ({ response }) => response.error.schema !== null,
};

/** The status of a volume without a server, in the page's words. */
export function freeStatus(contract: Contract): string {
  return statusOf(contract, 'state.available') ?? volumeStatuses(contract)[0] ?? 'available';
}

/** The status of a volume with a server; null if the page does not allow an extension then. */
export function attachedStatus(contract: Contract): string | null {
  return statusOf(contract, 'state.in-use');
}

function statusOf(contract: Contract, id: string): string | null {
  const fact = contract.facts.find((one) => one.id === id);
  return fact === undefined ? null : (fact.value as { readonly status: string }).status;
}

/**
 * The path parameter with the id of the operation's resource: the first that is not the project; null if there is none.
 */
export function resourceParameter({ operation }: Pick<Contract, 'operation'>): string | null {
  return Object.keys(operation.parameters).find((name) => name !== operation.project) ?? null;
}

/** Ids under the names of the contract's path parameters. */
export function pathIds(
  contract: Pick<Contract, 'operation'>,
  { project, volume }: { readonly project: string; readonly volume: string },
): Readonly<Record<string, string>> {
  const resource = resourceParameter(contract);
  return {
    ...(contract.operation.project === null ? {} : { [contract.operation.project]: project }),
    ...(resource === null ? {} : { [resource]: volume }),
  };
}

/** Key of the job's id at the top of a successful answer; null if the operation has no job. */
export function jobName({ answers }: Pick<Contract, 'answers'>): string | null {
  return answers.job === null ? null : answers.job.slice(1);
}

/**
 * Keys of which a successful answer has at least one: the job's id, or the documented replacement; none if it has no
 * body.
 */
export function receiptNames(contract: Pick<Contract, 'answers' | 'response'>): readonly string[] {
  const alternatives = contract.response.success.schema?.anyOf as readonly JsonSchema[] | undefined;
  const job = jobName(contract);
  if (alternatives === undefined) return job === null ? [] : [job];
  return [...new Set(alternatives.flatMap(({ required }) => (required ?? []) as readonly string[]))];
}
