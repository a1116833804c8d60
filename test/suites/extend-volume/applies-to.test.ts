import { expect, test } from 'vitest';
import type { Check } from '../../../engine/check.ts';
import type { RequirementIdOf } from '../../../spec/requirements.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { registry } from '../../../suites/extend-volume/registry.ts';
import { contract } from '../committed.ts';

const checkOf = (id: RequirementIdOf<'extend-volume'>): Check => registry[id];
const appliesTo = (id: RequirementIdOf<'extend-volume'>, sketch: Sketch): boolean | undefined =>
  checkOf(id).appliesTo?.(step(sketch), contract);

test('effect.size applies to plain extensions, and growth beside a job that failed', () => {
  const odd = '{"os-extend":{"new_size":20.9}}';
  expect(appliesTo('effect.size', {})).toBe(true);
  expect(appliesTo('effect.size', { body: odd, to: 20 })).toBe(false);
  expect(appliesTo('effect.size', { body: odd, to: 20, jobs: ['RUNNING', 'FAIL'] })).toBe(true);
  expect(appliesTo('effect.absolute', {})).toBe(true);
  expect(appliesTo('effect.absolute', { body: odd, to: 20, jobs: ['FAIL'] })).toBe(false);
});

test('an addition is effect.absolute, any other size effect.size: each yields to the other', () => {
  const yields = (id: RequirementIdOf<'extend-volume'>, sketch: Sketch) => {
    const check = checkOf(id);
    return check.kind === 'active' ? check.yieldsTo?.(step(sketch)) : undefined;
  };
  expect(yields('effect.size', { to: 30, ending: 'otherwise' })).toBe('effect.absolute');
  expect(yields('effect.size', { to: 24, ending: 'otherwise' })).toBeUndefined();
  expect(yields('effect.absolute', { to: 24, ending: 'otherwise' })).toBe('effect.size');
  expect(yields('effect.absolute', { to: 20, ending: 'as-asked' })).toBeUndefined();
});
