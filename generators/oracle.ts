import type { ValidateFunction } from 'ajv/dist/2020.js';
import { forCases, openAjv } from '../spec/ajv.ts';
import type { Clause, Contract } from '../spec/contract.ts';
import { extensionOf, isExtension } from '../spec/extension.ts';
import { pathIds } from '../spec/parts.ts';
import type { Case } from './case.ts';

/** The contract's answer about a case. */
export type Expectation =
  | {
      readonly kind: 'accept';
      /** The capacity that has to result, in GB; null if the operation gives none. */
      readonly size: number | null;
    }
  | { readonly kind: 'refuse'; readonly clauses: readonly string[] }
  /**
   * Only clauses that do not bind are broken: accepting and refusing are both right. `size`: null if there is no size,
   * or if the number that it stands for would have to be refused.
   */
  | { readonly kind: 'open'; readonly clauses: readonly string[]; readonly size: number | null }
  /** The body is not JSON, so that the case schema has nothing to say. */
  | { readonly kind: 'unreadable' };

/** The case schema does not describe this case: the generator is broken, not the target. */
export class IllFormedCase extends Error {
  override readonly name = 'IllFormedCase';
}

export type Oracle = (case_: Case) => Expectation;

/** The input of the case schema, with the changes of `normalise`. */
interface ParsedCase {
  readonly path: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly fixtures: object;
}

/** Compiles a contract's case schema into the oracle. Throws ajv's error if the schema does not compile. */
export function openOracle(contract: Contract): Oracle {
  const validate = validatorOf(contract);
  const sized = isExtension(contract) ? extensionOf(contract) : undefined;
  const sizeIn = (body: unknown): number | null =>
    sized === undefined ? null : sizeOf(contract, follow(body, [sized.action, sized.size]));
  /** Whether the case would have to be refused if its size were this number. */
  const isRefusedAs = (size: number, parsed: ParsedCase): boolean => {
    const holder = sized && follow(parsed.body, [sized.action]);
    if (sized === undefined || typeof holder !== 'object' || holder === null) return false;
    const body = { [sized.action]: { ...holder, [sized.size]: size } };
    return brokenClauses(contract, validate, { ...parsed, body }).some((clause) => clause.level === 'MUST');
  };
  return (case_) => {
    const body = contract.request === null ? undefined : parse(case_.body);
    if (body === unreadable) return { kind: 'unreadable' };
    const parsed = asDescribed(case_, contract, body);
    normalise(contract, parsed);
    const broken = brokenClauses(contract, validate, parsed);
    const isTwice = body !== undefined && keysIn(case_.body) > keysOf(body);
    const size = sizeIn(body);
    const binding = broken.filter((clause) => clause.level === 'MUST').map((clause) => clause.id);
    if (binding.length > 0) return { kind: 'refuse', clauses: binding };
    // of a repeated key, readers take the first one, the last one, or neither
    if (broken.length > 0 || isTwice) {
      const clauses = [...broken.map((clause) => clause.id), ...(isTwice ? ['body.extra-keys'] : [])];
      return { kind: 'open', clauses, size: size !== null && isRefusedAs(size, parsed) ? null : size };
    }
    if (size === null && sized !== undefined) throw new IllFormedCase(`a valid case has no size: ${case_.body}`);
    return { kind: 'accept', size };
  };
}

/** A case in the form of its contract's case schema; without `body` if the operation takes none. */
function asDescribed({ path, volume, servers }: Case, contract: Contract, body: unknown): ParsedCase {
  return {
    path: pathIds(contract, { project: path.project_id, volume: path.volume_id }),
    ...(body === undefined ? {} : { body }),
    fixtures: { volume: { ...volume, servers } },
  };
}

const compiled = new WeakMap<Contract, ValidateFunction>();

function validatorOf(contract: Contract): ValidateFunction {
  const known = compiled.get(contract);
  if (known !== undefined) return known;
  const validate = openAjv(forCases).compile(contract.case);
  compiled.set(contract, validate);
  return validate;
}

/** The number of members in a JSON text, repeated ones included. */
function keysIn(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

/** The number of members in a JSON value. */
function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, one) => sum + keysOf(one), own);
}

const unreadable = Symbol('not JSON');

/** JSON that is exchanged is UTF-8 (RFC 8259, 8.1). */
function parse(text: string): unknown {
  if (/\p{Surrogate}/u.test(text)) return unreadable;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return unreadable;
  }
}

/** Applies the contract's normalisation to the body that was just parsed: bounds have to see the integer part. */
function normalise(contract: Contract, parsed: object): void {
  for (const { pointer } of contract.normalise) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop();
    const holder = follow(parsed, steps);
    if (last === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, last)) continue;
    const members = holder as Record<string, unknown>;
    if (typeof members[last] === 'number') members[last] = Math.trunc(members[last]);
  }
}

function brokenClauses(contract: Contract, validate: ValidateFunction, value: unknown): readonly Clause[] {
  if (validate(value)) return [];
  const broken = new Set<Clause>();
  for (const error of validate.errors ?? []) {
    const clause = contract.clauses.find((one) => isBelow(error.schemaPath, one.schemaPath));
    if (clause === undefined) throw new IllFormedCase(`no clause stands at ${error.schemaPath}: ${error.message}`);
    broken.add(clause);
  }
  return [...broken];
}

const isBelow = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

function follow(value: unknown, steps: readonly string[]): unknown {
  let here = value;
  for (const step of steps) {
    const holds = typeof here === 'object' && here !== null && Object.hasOwn(here, step);
    here = holds ? (here as Record<string, unknown>)[step] : undefined;
  }
  return here;
}

/** The capacity of a size. A string that is a number counts as well, because the same rules hold for it. */
function sizeOf(contract: Contract, value: unknown): number | null {
  const size = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof size !== 'number' || (typeof value === 'string' && !Number.isFinite(size))) return null;
  return contract.normalise.length > 0 ? Math.trunc(size) : size;
}
