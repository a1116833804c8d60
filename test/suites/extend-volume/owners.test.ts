import { describe, expect, test } from 'vitest';
import { brokenBy } from '../../../engine/checking/attribution.ts';
import type { Twin } from '../../../engine/complaint.ts';
import type { Recipe, Setup } from '../../../generators/case.ts';
import { type Quantity, quantity } from '../../../generators/quantity.ts';
import { roomOf } from '../../../generators/room.ts';
import { plainSize } from '../../../generators/satisfy.ts';
import { plainSetup } from '../../../generators/setups.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { missingBy, ownersOf } from '../../../suites/extend-volume/owners.ts';
import { contract } from '../committed.ts';

const room = roomOf(contract, 10, undefined);
const plain = plainSetup(contract, room);
const attached = { status: 'in-use', servers: ['SHUTOFF'] };
const ten = quantity('current', 10);

describe('a valid request has to be accepted', () => {
  test.each<[string, Partial<Setup>, Quantity, readonly string[]]>([
    ['as the plain extension of a fresh, small volume', {}, plainSize(10, room), ['operation.route']],
    ['for its size', {}, ten, ['size.greater', 'operation.route']],
    [
      'for its size, where the volume was extended',
      { grown: 1 },
      plainSize(10, room),
      ['size.greater', 'operation.route'],
    ],
    ['for its size, where it is large', { size: 400 }, plainSize(10, room), ['size.greater', 'operation.route']],
    ['as the maximum', {}, quantity('maximum'), ['size.maximum', 'operation.route']],
    [
      'as the maximum, whatever the state',
      attached,
      quantity('maximum'),
      ['size.maximum', 'state.in-use', 'operation.route'],
    ],
    ['for the state', attached, ten, ['state.in-use', 'size.greater', 'operation.route']],
    ['for the state, though plain', attached, plainSize(10, room), ['state.in-use', 'operation.route']],
    ['as shared', { multiattach: true }, ten, ['state.available-shared', 'size.greater', 'operation.route']],
    [
      'as a decimal first',
      attached,
      quantity('current', 10, { tail: '.5' }),
      ['decimal.accepted', 'state.in-use', 'size.greater', 'operation.route'],
    ],
    [
      'as a decimal at the maximum',
      {},
      quantity('maximum', 0, { tail: '.0' }),
      ['decimal.upper-bound', 'size.maximum', 'operation.route'],
    ],
    [
      'as it is spelled',
      {},
      quantity('current', 10, { form: 'e' }),
      ['decimal.spelling', 'size.greater', 'operation.route'],
    ],
    [
      'as a decimal that is spelled so',
      { multiattach: true },
      quantity('current', 10, { form: 'e-n', tail: '.9' }),
      ['decimal.spelling', 'state.available-shared', 'size.greater', 'operation.route'],
    ],
  ])('%s', (_what, setup, size, owners) => {
    expect(ownersOf({ setup: { ...plain, ...setup }, size }, room)).toEqual(owners);
  });
});

describe('a wrong twin breaks', () => {
  const recipe: Recipe = { setup: { ...plain, ...attached }, body: '', size: ten, variant: 0 };
  const broken = (expects: Twin['expects'], sketch: Sketch) =>
    brokenBy({ recipe, expects }, { steps: [step(sketch)] }, extendVolume, room)[0];

  test.each<[string, Twin['expects'], Sketch, string]>([
    ['what has it accepted, where it is refused', 'accepted', { outcome: 'refused' }, 'state.in-use'],
    ['the same, where its job refuses it', 'exact', { ending: 'failed' }, 'state.in-use'],
    ['what has it grow, where it does not', 'exact', { ending: 'unchanged' }, 'effect.size'],
    ['what has it be a size, where it is added', 'exact', { ending: 'otherwise', to: 30 }, 'effect.absolute'],
    ['what has it refused, where it is accepted', 'refused', {}, 'size.not-greater'],
    ['the same, where it should have stayed as well', 'untouched', {}, 'size.not-greater'],
    [
      'what has it stay, where it is refused and does not',
      'untouched',
      { outcome: 'refused', to: 20 },
      'effect.refusal',
    ],
  ])('%s', (_what, expects, sketch, owner) => expect(broken(expects, sketch)).toBe(owner));

  test('what its own trace rests on', () => {
    const trace = { steps: [step({})], blocked: { by: ['size.not-greater'], reason: 'repeatable' } } as const;
    expect(brokenBy({ recipe, expects: 'exact' }, trace, extendVolume, room)).toEqual(['size.not-greater']);
  });
});

test('a decimal that does not end at its size may be one that is not truncated', () => {
  const asked = (size: string) => ({ ...step({ to: 21, ending: 'otherwise' }), asked: size });
  expect(missingBy(asked('20.9'))[0]).toBe('decimal.truncated');
  expect(missingBy(asked('20'))[0]).toBe('effect.size');
});
