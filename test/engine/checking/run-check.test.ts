import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActiveCheck } from '../../../engine/check.ts';
import type { Recipe } from '../../../generators/case.ts';
import { numbers, run, sized } from '../numbers.ts';

const boom = (): never => {
  throw new TypeError('boom');
};

describe('a crash of ours', () => {
  test.each<readonly [string, Partial<ActiveCheck>]>([
    ['its cases', { cases: boom }],
    [
      'its arbitrary',
      { cases: (...given) => ({ ...numbers({}).cases(...given), arbitrary: fc.constant(0).map(boom) }) },
    ],
    ['its exercise', { exercise: boom }],
    ['its judge', { judge: boom }],
  ])('in %s makes the row broken', async (_where, parts) => {
    const finding = await run(numbers(parts));
    expect(finding).toMatchObject({ failure: undefined, crash: expect.stringContaining('boom') });
  });

  test('in the twin of a case does as well', async () => {
    expect(await run(numbers({ wrong: () => 'wrong', twin: boom }))).toMatchObject({
      failure: undefined,
      crash: 'TypeError: boom',
    });
  });

  test('never shadows a finding, neither before it nor while it shrinks', async () => {
    const wrong = (plus: number) => (plus <= 2 ? boom() : plus <= 30 ? 'wrong' : undefined);
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const finding = await run(numbers({ wrong }), seed);
      expect(finding.crash).toBeUndefined();
      expect(finding.failure?.complaint.kind).toBe('wrong');
      const smallest = Number(finding.failure?.complaint.step.case.body);
      expect(smallest).toBeGreaterThan(2);
      expect(smallest).toBeLessThanOrEqual(30);
    }
  });
});

describe('a finding', () => {
  test('shrinks, and keeps the kind it started from', async () => {
    const wrong = (plus: number) => (plus >= 60 ? 'big' : plus >= 20 && plus < 40 ? 'other' : undefined);
    const kinds = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const complaint = (await run(numbers({ wrong }), seed)).failure?.complaint;
      kinds.add(complaint?.kind ?? '');
      expect(complaint?.step.case.body).toBe(complaint?.kind === 'big' ? '60' : '20');
    }
    expect(kinds).toEqual(new Set(['big', 'other']));
  });

  test('has the path below its seed, by which the same case comes again', async () => {
    const check = numbers({ wrong: (plus) => (plus > 77 ? 'wrong' : undefined) });
    const [one, other] = [await run(check, 5), await run(check, 5)];
    expect(one.failure?.path).toMatch(/^\d+(:\d+)*$/);
    expect(other.failure?.path).toBe(one.failure?.path);
    expect(other.failure?.complaint.step.case.body).toBe('78');
  });

  test('that took a whole time limit is not shrunk', async () => {
    let exercised = 0;
    const exercise = async (_fixtures: unknown, recipe: Recipe) => {
      exercised += 1;
      return sized(recipe.size.plus);
    };
    const finding = await run(numbers({ exercise, wrong: () => 'unchanged' }));
    expect([exercised, finding.failure?.complaint.step.case.body]).toEqual([1, '50']);
  });
});
