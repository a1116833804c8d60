import type { Complaint, Twin } from '../../engine/complaint.ts';
import { documented } from '../../generators/bodies.ts';
import type { Recipe, Setup } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import type { Room } from '../../generators/room.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { plainSetup } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';

/** The plain extension of the smallest volume of the same kind: if that is refused too, the size is not to blame. */
export function plainTwin(recipe: Recipe, _complaint: Complaint, _contract: Contract, room: Room): Twin {
  return plainOn({ ...recipe.setup, size: room.smallest }, recipe, room);
}

/** The same on a volume that was never extended: if that is refused too, neither size nor history is to blame. */
export function freshTwin(recipe: Recipe, _complaint: Complaint, _contract: Contract, room: Room): Twin {
  return plainOn({ ...recipe.setup, size: room.smallest, grown: 0 }, recipe, room);
}

function plainOn(setup: Setup, recipe: Recipe, room: Room): Twin {
  const size = plainSize(setup.size, room);
  return { recipe: { ...recipe, setup, size }, expects: 'accepted' };
}

/** The same request to a free, unshared volume: if that is refused too, the state is not to blame. */
export function freeTwin(recipe: Recipe, _complaint: Complaint, contract: Contract, room: Room): Twin {
  const { size, grown, exact } = recipe.setup;
  const setup = { ...plainSetup(contract, room), size, grown, exact };
  return { recipe: { ...recipe, setup }, expects: 'accepted' };
}

/** The documented body with the same size: if that goes wrong too, the body is not to blame. */
export function documentedTwin(recipe: Recipe, complaint: Complaint, contract: Contract): Twin | undefined {
  if (!isOfEffect(complaint)) return undefined;
  const { size } = recipe;
  const isText = size.form === 'grouped' || size.form === 'wide';
  const number = isText ? { ...size, form: 'plain' as const } : size;
  return { recipe: { ...recipe, body: documented(extensionOf(contract)), size: number }, expects: 'exact' };
}

/** The same request as documented; `plain` turns the recipe into it. */
export function exactTwin(plain: (recipe: Recipe) => Recipe) {
  return (recipe: Recipe, complaint: Complaint): Twin | undefined =>
    isOfEffect(complaint) ? { recipe: plain(recipe), expects: 'exact' } : undefined;
}

const isOfEffect = ({ kind }: Complaint): boolean => kind === 'size' || kind === 'unchanged';

/** A refusal for another reason than the state: if a volume grows after that too, the state is not to blame. */
export function refusedTwin(recipe: Recipe, complaint: Complaint, contract: Contract, room: Room): Twin | undefined {
  if (complaint.step.outcome !== 'refused') return undefined;
  const setup = { ...plainSetup(contract, room), exact: recipe.setup.exact };
  // a page may leave open whether the current size is refused, so one GB less is asked for
  return { recipe: { ...recipe, setup, size: quantity('current', -1) }, expects: 'untouched' };
}

/**
 * If one of two requests at once was refused: where a volume changes after any refusal, their being two is not to
 * blame.
 */
export function besideTwin(recipe: Recipe, complaint: Complaint, contract: Contract, room: Room): Twin | undefined {
  const step = complaint.beside?.find(({ outcome }) => outcome === 'refused');
  return step === undefined ? undefined : refusedTwin(recipe, { ...complaint, step }, contract, room);
}

/** The same number as a plain integer. The expected result depends on the complaint. */
export const integerTwin = (expects: Twin['expects']) => resized(({ base, plus }) => quantity(base, plus), expects);

/** The same number without an exponent, with its fraction unchanged. */
export const plainlySpelledTwin = resized((size) => ({ ...size, form: 'plain' }), 'accepted');

function resized(change: (size: Recipe['size']) => Recipe['size'], expects: Twin['expects']) {
  return (recipe: Recipe, complaint: Complaint): Twin => {
    const wrong = isOfEffect(complaint) && expects === 'accepted';
    return { recipe: { ...recipe, size: change(recipe.size) }, expects: wrong ? 'exact' : expects };
  };
}
