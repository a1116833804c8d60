import type { Recipe } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import type { Room } from '../../generators/room.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { plainSetup } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Complaint, Twin } from '../check.ts';
import { ownerOf } from '../lab/anchor.ts';

/** The plain extension of the same kind of volume: where that is refused too, the size is not to blame. */
export function plainTwin(recipe: Recipe, _complaint: Complaint, _contract: Contract, room: Room): Twin {
  const setup = { ...recipe.setup, grown: false };
  return {
    recipe: { ...recipe, setup, size: plainSize(setup.size, room) },
    expects: 'accepted',
    owner: ownerOf(setup),
  };
}

/** The same request to a free, unshared volume: where that is refused too, the state is not to blame. */
export function freeTwin(recipe: Recipe, _complaint: Complaint, contract: Contract, room: Room): Twin {
  const setup = { ...plainSetup(contract, room), size: recipe.setup.size };
  return { recipe: { ...recipe, setup }, expects: 'accepted', owner: 'operation.route' };
}

/** The same number as a plain integer. Which requirement it is about depends on what was wrong. */
export function integerTwin(expects: Twin['expects'], owner: RequirementId) {
  return (recipe: Recipe, complaint: Complaint): Twin => {
    const { base, plus } = recipe.size;
    const wrong = complaint.kind === 'size' && expects === 'accepted';
    const integer = { ...recipe, size: quantity(base, plus) };
    return { recipe: integer, expects: wrong ? 'exact' : expects, owner: wrong ? 'effect.size' : owner };
  };
}
