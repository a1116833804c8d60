import type { Operation } from '../../engine/operation.ts';
import type { Recipe } from '../../generators/case.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { plainSetup } from '../../generators/setups.ts';
import { growth } from './effect.ts';

/** The variant of a recipe whose effect has to last. */
const variant = 1;

export const isLasting = (recipe: Recipe): boolean => recipe.variant === variant;

/** A plain extension of a new volume, which is watched for a while longer than others. */
export const lasting: NonNullable<Operation['lasting']> = {
  requirement: 'effect.size',
  isOf: isLasting,
  recipe(contract, room) {
    const setup = { ...plainSetup(contract, room), exact: true };
    return { setup, body: growth.body(contract), size: plainSize(setup.size, room), variant };
  },
};
