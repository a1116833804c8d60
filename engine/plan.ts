import type { Contract } from '../spec/contract.ts';
import { isListed } from '../spec/parts.ts';
import { type RequirementId, requirementIn } from '../spec/requirements.ts';
import type { ActiveCheck, Check, PassiveCheck } from './check.ts';
import type { Operation } from './operation.ts';
import { outOfContract } from './rows.ts';

/** What runs, and what cannot be judged for reasons known beforehand. */
export interface Plan {
  readonly operation: Operation;
  readonly active: readonly ActiveCheck[];
  readonly passive: readonly PassiveCheck[];
  /** Id → why it does not apply. */
  readonly outside: ReadonlyMap<RequirementId, string>;
  /** Id → why it cannot be told, whatever is sent. */
  readonly hopeless: ReadonlyMap<RequirementId, string>;
  /** The ids whose rows the caller asked for. */
  readonly selected: ReadonlySet<RequirementId>;
}

/** What the target can do, as far as checks need it. */
export interface Abilities {
  readonly seesVolumes: boolean;
  readonly seesJobs: boolean;
  readonly hasToken: boolean;
  readonly fullRoom: boolean;
}

/** Plans a run of an operation's checks. The smoke test always runs, and so do the checks that a selected passive check depends on. */
export function planRun(
  whole: Operation,
  contract: Contract,
  abilities: Abilities,
  only: readonly RequirementId[] | undefined,
): Plan {
  const operation = forContract(whole, contract, only ?? []);
  const { checks, roles } = operation;
  const selected = new Set(only ?? checks.map((check) => check.requirement));
  const wanted = new Set<RequirementId>([roles.smokeTest, ...selected]);
  for (const check of checks) {
    if (check.kind === 'passive' && selected.has(check.requirement)) for (const id of check.dependsOn) wanted.add(id);
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
  return {
    operation,
    active: running.filter((check) => check.kind === 'active'),
    passive: running.filter((check) => check.kind === 'passive'),
    outside,
    hopeless,
    selected,
  };
}

/** The operation without checks of what few pages have and this one does not, unless somebody asks for them. */
function forContract(operation: Operation, contract: Contract, asked: readonly RequirementId[]): Operation {
  const isWanted = ({ requirement: id }: Check): boolean =>
    asked.includes(id) || isListed(contract, id, requirementIn(operation.register, id));
  return { ...operation, checks: operation.checks.filter(isWanted) };
}

function withoutToken(check: Check, abilities: Abilities): string | undefined {
  const needs = check.kind === 'active' && check.needs?.token === true;
  return needs && !abilities.hasToken ? 'the target uses no tokens' : undefined;
}

function unableFor(check: Check, abilities: Abilities): string | undefined {
  if (check.needs?.observe !== undefined && !abilities.seesVolumes) return 'volumes cannot be read back here';
  if (check.needs?.observe === 'job' && !abilities.seesJobs) return 'jobs cannot be looked up here';
  const whole = check.kind === 'active' && check.needs?.fullRoom === true;
  return whole && !abilities.fullRoom ? 'the target declares less room than the maximum' : undefined;
}
