import { describe, expect, test } from 'vitest';
import { LostExchange, Unavailable } from '../../engine/fixtures/volume-under-test.ts';
import { documented } from '../../generators/bodies.ts';
import type { Recipe } from '../../generators/case.ts';
import { casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { contract } from '../suites/committed.ts';
import { openService } from './fixtures/service.ts';
import { numbers, run, sized } from './numbers.ts';

describe('a case that cannot be judged', () => {
  test('leaves a doubt; one lost now and then is tried again', async () => {
    let at = 0;
    const exercise = async (_fixtures: unknown, recipe: Recipe) => {
      at += 1;
      if (at % 3 === 0) throw new LostExchange('answered 503');
      return sized(recipe.size.plus);
    };
    expect(await run(numbers({ exercise }))).toMatchObject({ runs: 200, doubts: [], crash: undefined });
    const lost = await run(numbers({ exercise: () => Promise.reject(new LostExchange('answered 503')) }));
    expect(lost).toMatchObject({
      runs: 0,
      doubts: [{ reason: 'no outcome in 4 attempts: answered 503' }],
      crash: undefined,
    });
  });

  test('is a note only, where its set-up is extra', async () => {
    const extra = { ...plainSetup(contract, openService({}).run.room), status: 'maintenance', essential: false };
    const check = numbers({
      cases: (given, room) =>
        casesOf({ setups: [plainSetup(given, room), extra], bodies: ['{}'], sizes: [quantity('current', 1)] }),
      exercise: async (_fixtures, { setup }) => {
        if (!setup.essential) throw new Unavailable('cannot');
        return sized(1);
      },
    });
    const finding = await run(check);
    expect(finding).toMatchObject({
      doubts: [],
      notes: [{ about: 'not judged for a volume maintenance, 10 GB', reason: 'cannot' }],
    });
    expect(finding.runs).toBeGreaterThan(0);
  });

  test('rests on its twin: where that is wrong as well, another requirement is to blame', async () => {
    const plain = plainSetup(contract, openService({}).run.room);
    const recipe: Recipe = {
      setup: plain,
      body: documented(extensionOf(contract)),
      size: quantity('current'),
      variant: 0,
    };
    const twin = () => ({ recipe, expects: 'refused' as const });
    expect((await run(numbers({ wrong: () => 'wrong', twin }), 1, 3)).failure?.complaint.kind).toBe('wrong');
    const blamed = { ...twin(), recipe: { ...recipe, size: quantity('current', 10) } };
    const finding = await run(numbers({ wrong: () => 'wrong', twin: () => blamed }), 1, 3);
    expect(finding).toMatchObject({
      failure: undefined,
      doubts: [{ by: ['size.not-greater'] }],
    });
  });
});

test('a check stops at its budget, but has every essential set-up once', async () => {
  expect((await run(numbers({}), 1, 7)).runs).toBe(7);
  expect((await run(numbers({ budget: 'extensions' }), 1, 100)).runs).toBe(12);
  expect((await run(numbers({ atMost: 4 }), 1, 100)).runs).toBe(4);
});
