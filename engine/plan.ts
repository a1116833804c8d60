import fc from 'fast-check';
import { EmptyCases } from '../generators/cases.ts';
import type { Contract } from '../spec/contract.ts';
import { isListed } from '../spec/parts.ts';
import { type RequirementId, requirementIn } from '../spec/requirements.ts';
import { notInSmoke, notSelected } from '../verdicts/unselected.ts';
import type { ActiveCheck, Check, PassiveCheck } from './check.ts';
import { outOfContract } from './conclusion/rows.ts';
import type { Operation } from './operation.ts';

/** The checks to run, and the rows that cannot be judged for reasons known beforehand. */
export interface Plan {
  readonly operation: Operation;
  readonly active: readonly ActiveCheck[];
  readonly passive: readonly PassiveCheck[];
  /** Id → why it does not apply. */
  readonly outside: ReadonlyMap<RequirementId, string>;
  /** Id → why it cannot be judged, whatever is sent. */
  readonly hopeless: ReadonlyMap<RequirementId, string>;
  /** The ids whose rows the caller asked for. */
  readonly selected: ReadonlySet<RequirementId>;
  /** Why the others have no verdict. */
  readonly unselected: string;
}

/** The abilities of the target, as far as checks need them. */
export interface Abilities {
  readonly seesVolumes: boolean;
  readonly seesJobs: boolean;
  readonly hasToken: boolean;
  readonly fullRoom: boolean;
}

/** The requested part of an operation. */
export interface Wish {
  /** These requirements; undefined: all. */
  readonly only?: readonly RequirementId[] | undefined;
  /** The strongest alone, a case each. */
  readonly smoke?: boolean | undefined;
}

/**
 * Plans a run of an operation's checks. The smoke test always runs, and so do the checks that a selected passive check
 * depends on; in a smoke run it sees what the others show.
 */
export function planRun(
  whole: Operation,
  contract: Contract,
  abilities: Abilities,
  { only, smoke = false }: Wish = {},
): Plan {
  const operation = forContract(whole, contract, only);
  const { checks, roles } = operation;
  const selected = new Set(only ?? (smoke ? smokeIds(operation) : checks.map((check) => check.requirement)));
  const wanted = new Set<RequirementId>([roles.smokeTest, ...selected]);
  for (const check of checks) {
    if (!smoke && check.kind === 'passive' && selected.has(check.requirement))
      for (const id of check.dependsOn) wanted.add(id);
  }
  const outside = new Map<RequirementId, string>();
  const hopeless = new Map<RequirementId, string>();
  const running: Check[] = [];
  for (const check of checks.filter((one) => wanted.has(one.requirement))) {
    const id = check.requirement;
    const beyond = outOfContract(id, operation, contract) ?? withoutToken(check, abilities);
    const cannot = unableFor(check, abilities);
    if (beyond !== undefined) outside.set(id, beyond);
    else if (cannot !== undefined) hopeless.set(id, cannot);
    else running.push(check);
  }
  const planned = smoke ? running.map((check) => inSmoke(check, operation)) : running;
  const { interactions: _, ...alone } = operation;
  return {
    // few cases tell nothing of how things go together
    operation: smoke ? alone : operation,
    active: planned.filter((check) => check.kind === 'active'),
    passive: planned.filter((check) => check.kind === 'passive'),
    outside,
    hopeless,
    selected,
    unselected: smoke ? notInSmoke : notSelected,
  };
}

/** The requirements of a smoke run. */
export const smokeIds = ({ smoke: { sent, seen } }: Operation): readonly RequirementId[] => [...sent, ...seen];

/** A check in a smoke run: with one case, or with none if it judges the steps of others. */
function inSmoke(check: Check, { smoke }: Operation): Check {
  if (check.kind === 'passive') return check;
  const { requirement, title, judge, examples, needs, appliesTo } = check;
  if (appliesTo === undefined || !smoke.seen.includes(requirement)) return ofOneCase(check);
  const { observe } = needs ?? {};
  const own = { requirement, title, judge, examples, appliesTo, dependsOn: [] };
  return { ...own, kind: 'passive', ...(observe === undefined ? {} : { needs: { observe } }) };
}

/** The check with its most telling case alone, which nothing makes smaller. */
function ofOneCase(check: ActiveCheck): ActiveCheck {
  return {
    ...check,
    atMost: 1,
    cases(contract, room, budget) {
      const [first] = check.cases(contract, room, budget).first;
      if (first === undefined) throw new EmptyCases(`${check.requirement} has no telling case`);
      return { first: [first], arbitrary: fc.constant(first) };
    },
  };
}

/** The operation without checks of what few pages have and this one does not, unless somebody asks for them. */
export function forContract(operation: Operation, contract: Contract, asked: readonly RequirementId[] = []): Operation {
  const isWanted = ({ requirement: id }: Check): boolean =>
    asked.includes(id) || isListed(contract, id, requirementIn(operation.register, id));
  return { ...operation, checks: operation.checks.filter(isWanted) };
}

/** Why a requirement about credentials does not apply. */
export const noTokens = 'the target uses no tokens';

function withoutToken(check: Check, abilities: Abilities): string | undefined {
  return check.needs?.token === true && !abilities.hasToken ? noTokens : undefined;
}

function unableFor(check: Check, abilities: Abilities): string | undefined {
  if (check.needs?.observe !== undefined && !abilities.seesVolumes) return 'volumes cannot be read back here';
  if (check.needs?.observe === 'job' && !abilities.seesJobs) return 'jobs cannot be looked up here';
  const whole = check.kind === 'active' && check.needs?.fullRoom === true;
  return whole && !abilities.fullRoom ? 'the target declares less room than the maximum' : undefined;
}
