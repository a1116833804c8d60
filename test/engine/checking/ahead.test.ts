import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAhead } from '../../../engine/checking/ahead.ts';
import type { Examined } from '../../../engine/checking/case-runner.ts';
import type { Recipe } from '../../../generators/case.ts';

/** Cases that are told apart by their bodies alone. */
const cases = (count: number): readonly Recipe[] =>
  Array.from({ length: count }, (_, at) => ({ body: String(at) }) as unknown as Recipe);

/** Takes so many of the cases one after the other, each of which takes so many moments. */
async function take(count: number, atOnce: number, taken: number, moments: readonly number[]) {
  const asked: string[] = [];
  let underWay = 0;
  let most = 0;
  const ahead = openAhead(cases(count), atOnce, async ({ body }) => {
    const at = asked.push(String(body)) - 1;
    underWay += 1;
    most = Math.max(most, underWay);
    for (let left = moments[at % moments.length] ?? 0; left >= 0; left -= 1)
      await new Promise((go) => setImmediate(go));
    underWay -= 1;
    return { kind: 'unclear', reason: String(body) } satisfies Examined;
  });
  const came: (Examined | undefined)[] = [];
  for (let place = 0; place < taken; place += 1) came.push(await ahead.take(place));
  await ahead.ended();
  return { asked, came, most, underWay };
}

const sizes = { count: fc.integer({ min: 1, max: 12 }), atOnce: fc.integer({ min: 1, max: 5 }) };
const moments = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 });

test('what comes of the cases is told in the order in which they are drawn, whichever ended first', async () => {
  const property = fc.asyncProperty(sizes.count, sizes.atOnce, moments, async (count, atOnce, each) => {
    const { asked, came, most } = await take(count, atOnce, count, each);
    expect(asked).toEqual(cases(count).map(({ body }) => body));
    expect(came).toEqual(asked.map((reason) => ({ kind: 'unclear', reason })));
    expect(most).toBeLessThanOrEqual(atOnce);
  });
  await fc.assert(property, { seed: 1, numRuns: 60 });
});

test('which cases have begun where a check stops does not depend on how long each of them takes', async () => {
  const property = fc.asyncProperty(
    sizes.count,
    sizes.atOnce,
    fc.nat({ max: 11 }),
    moments,
    async (count, atOnce, stop, each) => {
      const taken = Math.min(stop, count);
      const { asked, underWay } = await take(count, atOnce, taken, each);
      expect(asked).toHaveLength(taken === 0 ? 0 : Math.min(count, taken - 1 + atOnce));
      expect(underWay).toBe(0);
    },
  );
  await fc.assert(property, { seed: 1, numRuns: 60 });
});

test('there is none before the first, and none after the last', () => {
  const ahead = openAhead(cases(2), 4, async () => ({ kind: 'interrupted' }));
  expect(ahead.take(-1)).toBeUndefined();
  expect(ahead.take(2)).toBeUndefined();
});
