import { describe, expect, test } from 'vitest';
import type { ActiveCheck } from '../../../engine/check.ts';
import { kindOf } from '../../../engine/fixtures/kind.ts';
import { quantity } from '../../../generators/quantity.ts';
import { plainSetup } from '../../../generators/setups.ts';
import { deleteVolume } from '../../../suites/delete-volume/operation.ts';
import { everyRecipe } from '../../generators/every-recipe.ts';
import { worldOf } from '../../generators/worlds.ts';
import { deletion } from '../bench.ts';
import { certified } from '../committed.ts';

describe.each(certified)(
  'of $operation.id',
  ({ operation: { checks, control, effect, fixtures, roles }, contract }) => {
    const active = checks.flatMap((check) => (check.kind === 'active' ? [check] : []));
    const { room, expect: asks } = worldOf(contract);
    const drawn = ({ cases }: ActiveCheck) => everyRecipe(cases(contract, room, { runs: 20, extensions: 12 }), 3);
    const kindsOf = (check: ActiveCheck) => new Set(drawn(check).map((recipe) => asks(recipe).kind));

    test.each(active)('the oracle has an answer to whatever $requirement draws', (check) => {
      expect(kindsOf(check).size).toBeGreaterThan(0);
    });

    test('the plain request is valid', () => {
      const setup = plainSetup(contract, room);
      const plain = control(contract, kindOf(fixtures).presumed(setup), room);
      expect(asks({ setup, variant: 0, ...plain }).kind).toBe('accept');
      expect(effect.body(contract) === '').toBe(plain.body === '');
    });

    test('the smoke test, and what runs beside others or waits for its effect, draws what is valid', () => {
      const ids: readonly string[] = [roles.smokeTest, roles.sideBySide, roles.job];
      const valid = active.filter(({ requirement, waits }) => ids.includes(requirement) || waits === true);
      expect(valid.length).toBeGreaterThan(1);
      for (const check of valid) expect([check.requirement, ...kindsOf(check)]).toEqual([check.requirement, 'accept']);
    });
  },
);

test('every case of a deletion is the one request that there is, of a volume that may be deleted', () => {
  const { room, expect: asks } = worldOf(deletion.contract);
  for (const check of deleteVolume.checks) {
    if (check.kind === 'passive') continue;
    for (const recipe of everyRecipe(check.cases(deletion.contract, room, { runs: 20, extensions: 12 }), 3)) {
      expect(recipe).toMatchObject({ body: '', size: quantity('current') });
      expect(asks(recipe), check.requirement).toEqual({ kind: 'accept', size: null });
    }
  }
});
