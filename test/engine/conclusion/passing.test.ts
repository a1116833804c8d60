import { describe, expect, test } from 'vitest';
import { openPassing } from '../../../engine/conclusion/passing.ts';
import type { Step } from '../../../engine/step.ts';
import { quantity } from '../../../generators/quantity.ts';
import { plainSetup } from '../../../generators/setups.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { contract } from '../../suites/committed.ts';
import { openService } from '../fixtures/service.ts';

const plain = plainSetup(contract, openService({}).run.room);
const recipe = { setup: plain, body: '{}', size: quantity('current', 10), variant: 0 };
let ordinal = 0;

/** A request of its own that was taken at last, but for `sketch`; `repeats` says what came of it the first time. */
function sent(repeats: Step | undefined, sketch: Sketch = {}, more: Partial<Step> = {}): Step {
  ordinal += 1;
  return {
    ...step({ to: 20, ending: 'as-asked', ...sketch }),
    check: 'size.greater',
    recipe,
    ordinal,
    repeats,
    ...more,
  };
}
const refused = (alone: boolean): Step => ({ ...step({ outcome: 'refused', status: 409 }), alone });
const erred = step({ outcome: 'refused', status: 500 });

/** What a counter says of these. */
function told(...steps: readonly Step[]) {
  const counter = openPassing(extendVolume, contract);
  for (const one of steps) counter.see(one);
  return { ...counter.counts(), doubts: Object.fromEntries(counter.doubts()) };
}
const many = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);
const nothing = { serverErrors: 0, refusals: 0, doubts: {} };

describe('a refusal that did not show again', () => {
  test('is counted, and leaves nothing in doubt where it was beside others, however often', () => {
    expect(told(...many(30, () => sent(refused(false))))).toEqual({ ...nothing, refusals: 30 });
  });

  test('by itself leaves nothing in doubt once; two do, in the rows that they are of', () => {
    expect(told(sent(refused(true)))).toEqual({ ...nothing, refusals: 1 });
    expect(told(sent(refused(true)), ...many(9, () => sent(refused(false))))).toMatchObject({
      refusals: 10,
      doubts: {},
    });
    const two = told(sent(refused(true)), sent(refused(true)));
    expect(two).toMatchObject({ refusals: 2 });
    expect(Object.keys(two.doubts)).toEqual(['size.greater']);
    expect(two.doubts['size.greater']).toMatch(
      /^answers change from one time to the next: 2 valid requests, each sent alone/,
    );
    expect(two.doubts['size.greater']).not.toContain('right after a refusal');
    const previous = { check: 'size.not-greater', recipe } as const;
    const next = () => sent({ ...refused(true), previous });
    expect(told(next(), next()).doubts['size.greater']).toMatch(/, each right after a refusal by the same volume$/);
    expect(told(next(), sent(refused(true))).doubts['size.greater']).not.toContain('right after');
    const apart = told(sent(refused(true)), sent(refused(true), {}, { check: 'size.maximum' }));
    expect(Object.keys(apart.doubts).sort()).toEqual(['size.greater', 'size.maximum']);
  });

  test.each([
    ['size.greater', {}],
    ['state.available-shared', { volume: { multiattach: true } }],
    ['state.in-use', { volume: { status: 'in-use' }, servers: ['ACTIVE'] }],
  ] as const)('of what only prepares a case is of %s', (id, sketch) => {
    const prepared = () => sent(refused(true), sketch, { check: 'effect.refusal', recipe: undefined });
    expect(Object.keys(told(prepared(), prepared()).doubts)).toEqual([id]);
  });

  test('is none where it showed again, as a refusal or in a job', () => {
    const again = sent(refused(true), { outcome: 'refused', status: 409, to: 10 });
    const failed = sent(refused(true), { to: 10 }, { ending: 'failed' });
    expect(told(again, again, failed)).toEqual(nothing);
  });

  test('counts a job that failed and did not fail again', () => {
    const job: Step = { ...step({}), ending: 'failed', alone: true };
    expect(told(sent(job), sent(job))).toMatchObject({ refusals: 2, doubts: { 'size.greater': expect.anything() } });
  });
});

describe('a server error that did not show again', () => {
  const calm = (count: number) => many(count, () => sent(undefined));

  test.each([
    [1, 48, false],
    [1, 49, false],
    [2, 47, false],
    [2, 48, true],
    [2, 97, true],
    [2, 98, false],
    [20, 400, true],
  ])(
    '%i of them beside %i valid requests without: the plain extension is in doubt: %s',
    (errors, others, isDoubted) => {
      const all = told(...many(errors, () => sent(erred)), ...calm(others));
      expect(all.serverErrors).toBe(errors);
      expect(Object.keys(all.doubts)).toEqual(isDoubted ? ['operation.route'] : []);
      if (isDoubted) expect(all.doubts['operation.route']).toContain(`${errors} of ${errors + others} valid requests`);
    },
  );

  test('is counted of what had to be refused, and speaks of no valid request', () => {
    const lower: Sketch = { expects: { kind: 'refuse', clauses: ['size.lower'] }, outcome: 'refused', to: 10 };
    const all = told(...many(9, () => sent(erred, lower)), ...calm(60));
    expect(all).toEqual({ ...nothing, serverErrors: 9 });
  });

  test('of a departure from the request speaks of no valid one either', () => {
    const all = told(...many(9, () => sent(erred, {}, { inScope: false })), ...calm(60));
    expect(all).toEqual({ ...nothing, serverErrors: 9 });
  });

  test('is none where it showed again, and is no refusal where one followed', () => {
    expect(told(sent(erred, { outcome: 'refused', status: 500, to: 10 }))).toEqual(nothing);
    expect(told(sent(erred, { outcome: 'refused', status: 409, to: 10 }))).toEqual({ ...nothing, serverErrors: 1 });
  });
});

test('a step that is shown again, because more was seen of it, counts once', () => {
  const one = sent(refused(true));
  expect(told(one, { ...one, after: undefined })).toEqual({ ...nothing, refusals: 1 });
});
