import { expect, test } from 'vitest';
import { openCaseCount } from '../../../engine/checking/case-count.ts';
import type { CaseRunner } from '../../../engine/checking/case-runner.ts';
import type { Recipe } from '../../../generators/case.ts';

const examine = async () => ({ kind: 'right' });
const runner = { examine } as unknown as CaseRunner;

test('the total of a run grows as checks say what they draw, never shrinks, and is reached in the end', async () => {
  const told: (readonly [number, number])[] = [];
  const count = openCaseCount(['size.greater', 'size.maximum'], (done, of) => void told.push([done, of]));
  const send = (id: 'size.greater' | 'size.maximum') =>
    count.counting(id, runner).examine({} as Recipe, 'first', () => {});
  count.planned('size.greater', 10);
  await send('size.greater');
  // drawn once more, and fewer
  count.planned('size.greater', 4);
  await send('size.greater');
  count.closed('size.greater');
  count.planned('size.maximum', 2);
  await send('size.maximum');
  count.closed('size.maximum');
  const totals = told.map(([, of]) => of);
  expect(totals).toEqual(totals.toSorted((one, other) => one - other));
  const steps = told.map(([done]) => done);
  expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  expect(told.at(-1)).toEqual([12, 12]);
});
