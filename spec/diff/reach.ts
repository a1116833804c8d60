import type { Contract } from '../contract.ts';
import { clausesOf } from '../parts.ts';
import type { Requirement } from '../requirements/requirement.ts';
import { idsIn, type Register } from '../requirements.ts';
import { type ContractChange, canChangeVerdict, type FoundChange, type PlacedClause } from './change.ts';
import { placedClauses } from './placed-clauses.ts';

/** Placeholders of a statement for the largest size. */
const BOUND = /\{(?:below|maximum|over)\}/;

/**
 * The requirements whose verdict a change can affect: the requirements of the clauses that it touches, those that rest
 * on these or on a part that it changes, and those that rest on one of its facts alone. Without a register, the
 * requirements that the clauses name.
 */
export function withRequirements(
  found: readonly FoundChange[],
  contracts: readonly [Contract, Contract],
  register: Register | undefined,
): readonly ContractChange[] {
  const clauses = contracts.flatMap(placedClauses);
  return found.map((each) => {
    const { class: kind, what, where } = each;
    const requirements = canChangeVerdict(each) ? reached(each, clauses, contracts, register) : [];
    return { class: kind, where, what, requirements };
  });
}

function reached(
  found: FoundChange,
  clauses: readonly PlacedClause[],
  contracts: readonly [Contract, Contract],
  register: Register | undefined,
): readonly string[] {
  const touched = clauses.filter(found.touches);
  if (register === undefined) return [...new Set(touched.flatMap(({ requirement }) => requirement ?? []))];
  const facts = new Set([...found.facts, ...touched.flatMap(({ fact }) => fact ?? [])]);
  const untested = Object.entries(register.untested).filter(([, { facts: own }]) =>
    own.some((fact) => facts.has(fact)),
  );
  if (found.reach === 'untested-rows') return untested.map(([id]) => id);
  const isBound = touched.some(({ id }) => id === 'size.over-maximum' || id === 'size.maximum');
  const own = Object.entries<Requirement>(register.requirements).filter(([id, requirement]) => {
    if (found.reach === 'every-row') return true;
    const rests = [id, ...(requirement.rests ?? [])];
    const bases = contracts.flatMap((contract) => rests.flatMap((each) => clausesOf(contract, each)));
    if (touched.some((clause) => bases.includes(clause.id))) return true;
    if (found.parts.some((part) => rests.includes(part))) return true;
    if (isBound && BOUND.test(requirement.statement)) return true;
    return bases.length === 0 && requirement.facts.some((fact) => facts.has(fact));
  });
  const ids = new Set(own.map(([id]) => id));
  return idsIn(register).filter((id) => ids.has(id));
}
