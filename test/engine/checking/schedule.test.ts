import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSchedule } from '../../../engine/checking/schedule.ts';
import type { Purpose } from '../../../engine/stage.ts';

const checks = ['operation.route', 'size.greater', 'size.not-greater', 'body.malformed'] as const;
type Id = (typeof checks)[number];

/** The cases in the order in which they were sent, of checks that have so many each. */
async function sent(counts: readonly number[], atOnce: number, purpose: (at: number) => Purpose = () => 'needed') {
  const schedule = openSchedule(atOnce);
  const order: (readonly [Id, number])[] = [];
  let most = 0;
  let now = 0;
  schedule.begin(checks);
  const runAll = async (id: Id, cases: number): Promise<void> => {
    for (let at = 0; at < cases; at += 1)
      await schedule.take(id, purpose(at), async () => {
        order.push([id, at]);
        now += 1;
        most = Math.max(most, now);
        await new Promise((go) => setImmediate(go));
        now -= 1;
      });
  };
  await Promise.all(checks.map((id, at) => runAll(id, counts[at] ?? 0)));
  return { order, most };
}

test('each check’s first case comes before any check’s second one, in the order of the checks', async () => {
  const { order } = await sent([2, 2, 2, 2], 1);
  expect(order.slice(0, 4)).toEqual(checks.map((id) => [id, 0]));
  expect(order.slice(4)).toEqual(checks.map((id) => [id, 1]));
});

test('a check with many cases does not keep the others waiting', async () => {
  const { order } = await sent([30, 1, 1, 30], 1);
  expect(order.slice(0, 4).map(([id]) => id)).toEqual(checks);
});

test('what makes a failure smaller keeps the turn of the failure', async () => {
  const schedule = openSchedule(1);
  schedule.begin(checks);
  const turns: number[] = [];
  for (const purpose of ['first', 'needed', 'smaller', 'smaller', 'extra'] as const)
    await schedule.take('size.greater', purpose, async () => void turns.push(schedule.turnOf('size.greater')));
  expect(turns).toEqual([1, 5, 5, 5, 9]);
});

test('a case that breaks gives its place to the next one', async () => {
  const schedule = openSchedule(1);
  schedule.begin(checks);
  const broken = schedule.take('size.greater', 'first', () => Promise.reject(new TypeError('broken')));
  const next = schedule.take('body.malformed', 'first', async () => 'sent');
  await expect(broken).rejects.toThrow('broken');
  await expect(next).resolves.toBe('sent');
});

test('never more at once than it may be, and all are sent', async () => {
  const counts = fc.array(fc.nat({ max: 6 }), { minLength: checks.length, maxLength: checks.length });
  await fc.assert(
    fc.asyncProperty(counts, fc.integer({ min: 1, max: 5 }), async (cases, atOnce) => {
      const { order, most } = await sent(cases, atOnce);
      expect(most).toBeLessThanOrEqual(atOnce);
      expect(order).toHaveLength(cases.reduce((sum, one) => sum + one, 0));
    }),
    { numRuns: 60 },
  );
});
