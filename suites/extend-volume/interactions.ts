import type { Interactions } from '../../engine/interactions.ts';
import type { Recipe } from '../../generators/case.ts';
import { type Covered, cover, type Decided } from '../../generators/interactions/cover.ts';
import { caseOf } from '../../generators/interactions/dimensions.ts';
import { interactionsOf } from '../../generators/interactions/pairs.ts';
import { openSpace } from '../../generators/interactions/space.ts';
import { type Expectation, openOracle } from '../../generators/oracle.ts';
import { render } from '../../generators/quantity.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import { findClause, missingParts } from '../../spec/parts.ts';
import { type RequirementId, registers, requirementIn } from '../../spec/requirements.ts';
import { ownersOf } from './owners.ts';
import { registry } from './registry.ts';

/** The number of cases beyond the checks' own, for each unit of the budget. */
const perBudget = { extensions: 9, runs: 12 };

/** The share of the triples to aim at: four fifths are then covered even if a case or two turn out otherwise. */
const share = 0.82;

/** Cases that show every pair of circumstances that a contract allows. */
export const interactions: Interactions = {
  *cases({ contract, room, budget, seed }, own) {
    const of = coveredBy(contract, room);
    const oracle = openOracle(contract);
    const decided = (recipe: Recipe): readonly Decided[] => {
      const { kind } = oracle(caseOf(recipe, room));
      return kind === 'unreadable' ? [] : [{ recipe, verdict: kind }];
    };
    const sentAnyway = [...own].flatMap(([id, recipes]) => (isShowing(id) ? recipes.flatMap(decided) : []));
    const atMost = { accepted: budget.extensions * perBudget.extensions, refused: budget.runs * perBudget.runs };
    const further = new Map<RequirementId, readonly Recipe[]>();
    for (const { recipe } of yield* cover(of, sentAnyway, { ...atMost, share }, seed)) {
      const owner = checkOf(recipe, oracle(caseOf(recipe, room)), contract, room);
      // decimal.truncated watches the size as well, and tells a refusal to the owner of the request
      const id = owner === 'decimal.accepted' && own.has('decimal.truncated') ? 'decimal.truncated' : owner;
      if (id !== undefined) further.set(id, [...(further.get(id) ?? []), recipe]);
    }
    return new Map([...further].map(([id, recipes], at) => [id, rotated(recipes, at / further.size)]));
  },
};

/** Each check begins with other volumes; otherwise all would want the same ones at once. */
function rotated(recipes: readonly Recipe[], share: number): readonly Recipe[] {
  const at = Math.floor(recipes.length * share);
  return [...recipes.slice(at), ...recipes.slice(0, at)];
}

/** Whether each case of a requirement is one plain request. */
const isShowing = (id: RequirementId): boolean => /^(size|decimal|state|body)\./.test(id);

const known = new WeakMap<Contract, Map<string, Covered>>();

/** The pairs and triples that a run by a contract has to cover. */
export function coveredBy(contract: Contract, room: Room): Covered {
  const ofContract = known.get(contract) ?? new Map<string, Covered>();
  known.set(contract, ofContract);
  const key = JSON.stringify(room);
  const found = ofContract.get(key);
  if (found !== undefined) return found;
  const space = openSpace(contract, room, (recipe, says) => checkOf(recipe, says, contract, room) !== undefined);
  const covered = { space, ...interactionsOf(space) };
  ofContract.set(key, covered);
  return covered;
}

/** The check that has a recipe among its cases; undefined if the contract has no such check. */
function checkOf(recipe: Recipe, says: Expectation, contract: Contract, room: Room): RequirementId | undefined {
  const id = requirementOf(recipe, says, contract, room);
  const check = Object.entries(registry).find(([one]) => one === id)?.[1];
  if (id === undefined || check?.kind !== 'active') return undefined;
  return missingParts(contract, id, requirementIn(registers['extend-volume'], id)).length === 0 ? id : undefined;
}

function requirementOf(recipe: Recipe, says: Expectation, contract: Contract, room: Room): RequirementId | undefined {
  const [clause] = 'clauses' in says ? says.clauses.map((one) => findClause(contract, one)) : [];
  if (clause === undefined) return says.kind === 'accept' ? ownersOf(recipe, room)[0] : undefined;
  if (says.kind === 'open' && clause.level === 'SHOULD') return ownersOf(recipe, room)[0];
  return clause.requirement === 'size.not-greater' && isAbove(recipe, room)
    ? 'decimal.lower-bound'
    : (clause.requirement as RequirementId);
}

/** Whether a size is above the current one, by its fraction alone. */
const isAbove = (recipe: Recipe, room: Room): boolean => {
  const current = caseOf(recipe, room).volume.size;
  return Number(recipe.size.tail) > 0 && Number(render(recipe.size, { ...room, current })) > current;
};
