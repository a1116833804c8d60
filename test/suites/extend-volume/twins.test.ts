import { describe, expect, test } from 'vitest';
import type { Recipe, Setup } from '../../../generators/case.ts';
import { quantity } from '../../../generators/quantity.ts';
import { roomOf } from '../../../generators/room.ts';
import { plainSetup } from '../../../generators/setups.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import * as twins from '../../../suites/extend-volume/twins.ts';
import { contract } from '../committed.ts';

const room = roomOf(contract, 10, undefined);
const plain = plainSetup(contract, room);
const body = '{"odd":1}';
const recipe = (setup: Partial<Setup>, size = quantity('current', 3, { tail: '.5', form: 'plain' })): Recipe => ({
  setup: { ...plain, ...setup },
  body,
  size,
  variant: 1,
});
const complaint = (kind: string, sketch: Sketch = {}) => ({ kind, text: '', step: step(sketch) });
const attached = { status: 'in-use', servers: ['PAUSED'], size: 400, grown: 2 } as const;
/** The extension that the plain set-up is tried by: the next round size. */
const round = quantity('zero', 20);

test('the plain twin is the smallest volume of the same kind, extended plainly', () => {
  const twin = twins.plainTwin(recipe(attached), complaint('refused'), contract, room);
  expect(twin).toEqual({
    recipe: { ...recipe({ ...attached, size: 10 }), size: round },
    expects: 'accepted',
  });
});

test('the fresh twin was never extended either', () => {
  const twin = twins.freshTwin(recipe({ size: 400, grown: 2 }), complaint('refused'), contract, room);
  expect(twin).toEqual({ recipe: { ...recipe({}), size: round }, expects: 'accepted' });
});

test('the free twin is of the same size and history, unshared and without servers', () => {
  const twin = twins.freeTwin(
    recipe({ ...attached, multiattach: true, exact: true }),
    complaint('refused'),
    contract,
    room,
  );
  expect(twin).toEqual({
    recipe: recipe({ size: 400, grown: 2, exact: true }),
    expects: 'accepted',
  });
});

test('the documented twin is for sizes alone', () => {
  expect(twins.documentedTwin(recipe({}), complaint('refused'), contract)).toBeUndefined();
  expect(twins.documentedTwin(recipe({}), complaint('unchanged'), contract)).toBeDefined();
  expect(twins.documentedTwin(recipe({}), complaint('size'), contract)).toMatchObject({
    recipe: { body: expect.stringContaining('"os-extend"'), size: recipe({}).size },
    expects: 'exact',
  });
});

test('the refused twin asks a free volume for less than it has, where the complaint is about a refusal', () => {
  const odd = recipe({ ...attached, exact: true });
  expect(twins.refusedTwin(odd, complaint('enlarged'), contract, room)).toBeUndefined();
  expect(twins.refusedTwin(odd, complaint('enlarged', { outcome: 'refused' }), contract, room)).toEqual({
    recipe: { ...recipe({ exact: true }), size: quantity('current', -1) },
    expects: 'untouched',
  });
});

describe('the integer twin', () => {
  const integer = { ...recipe({}), size: quantity('current', 3) };

  test('is the same number without its fraction', () => {
    const twin = twins.integerTwin('refused');
    expect(twin(recipe({}), complaint('accepted'))).toEqual({
      recipe: integer,
      expects: 'refused',
    });
  });

  test('of a wrong size has to end at its own, where it was to be accepted', () => {
    const accepted = twins.integerTwin('accepted');
    const exact = { recipe: integer, expects: 'exact' };
    expect(accepted(recipe({}), complaint('size'))).toEqual(exact);
    expect(accepted(recipe({}), complaint('refused'))).toMatchObject({ expects: 'accepted' });
    const refused = twins.integerTwin('refused');
    expect(refused(recipe({}), complaint('size'))).toMatchObject({ expects: 'refused' });
  });
});
