import type { Clause, Contract, JsonSchema } from './contract.ts';
import { optionalMembers } from './optional.ts';
import type { ContractPart, Requirement } from './requirements/requirement.ts';

/** Thrown when a contract is asked for a part that it does not have; the caller has to ask `applies` first. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';
}

/** The clause with this id, or undefined where the page does not state it. */
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

/** The largest size the page allows, in GB; null where it names none. */
export function bounds(contract: Contract): { readonly maximum: number | null } {
  return {
    maximum: findClause(contract, 'size.over-maximum') ? (clauseValue(contract, 'size.over-maximum') as number) : null,
  };
}

/** The smallest of the maxima that the page gives kinds of disk, in GB; null where it tells none apart. */
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

/** The states of an attached server in which the page allows an extension; empty where it names none. */
export function serverStatuses(contract: Contract): readonly string[] {
  const fact = contract.facts.find((one) => one.id === 'state.server-status');
  if (fact === undefined) return [];
  return (fact.value as { readonly servers: readonly string[] }).servers;
}

/** Whether a size may have a fraction; where the page is silent, what becomes of one is open. */
export function takesDecimals(contract: Contract): boolean {
  return findClause(contract, 'size.whole') === undefined;
}

/** The ids of the clauses of a requirement: a case that breaks one of them puts it to the test. */
export function clausesOf({ clauses }: Pick<Contract, 'clauses'>, requirement: string): readonly string[] {
  return clauses.filter((clause) => clause.requirement === requirement).map(({ id }) => id);
}

/** What a requirement rests on and the contract does not have, the requirement's own id where no clause is of it. */
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

/** Whether a requirement has a row in a report on this contract, be it one that does not apply. */
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

/** The status of a volume that no server uses, as the page calls it. */
export function freeStatus(contract: Contract): string {
  return statusOf(contract, 'state.available') ?? volumeStatuses(contract)[0] ?? 'available';
}

/** The status of a volume that a server uses; null where the page allows no extension then. */
export function attachedStatus(contract: Contract): string | null {
  return statusOf(contract, 'state.in-use');
}

function statusOf(contract: Contract, id: string): string | null {
  const fact = contract.facts.find((one) => one.id === id);
  return fact === undefined ? null : (fact.value as { readonly status: string }).status;
}

/** The path parameter that is the id of what the operation is done to: the first that is not the project; null where there is none. */
export function resourceParameter({ operation }: Pick<Contract, 'operation'>): string | null {
  return Object.keys(operation.parameters).find((name) => name !== operation.project) ?? null;
}

/** Ids by the names that the contract's path has for them. */
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

/** Key of the job's id at the top of a successful answer; null where the operation has no job. */
export function jobName({ answers }: Pick<Contract, 'answers'>): string | null {
  return answers.job === null ? null : answers.job.slice(1);
}

/** Keys of which a successful answer has at least one: the job's id, or what a page documents in its place; none where it has no body. */
export function receiptNames(contract: Pick<Contract, 'answers' | 'response'>): readonly string[] {
  const alternatives = contract.response.success.schema?.anyOf as readonly JsonSchema[] | undefined;
  const job = jobName(contract);
  if (alternatives === undefined) return job === null ? [] : [job];
  return [...new Set(alternatives.flatMap(({ required }) => (required ?? []) as readonly string[]))];
}
