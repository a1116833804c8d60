import { describe, expect, test } from 'vitest';
import { openStop, type StopOptions } from '../../../engine/checking/stop.ts';
import { imaginaryClock } from '../../../engine/dry-run/clock.ts';
import { openGuard } from '../../../engine/guard/guard.ts';
import { planRun } from '../../../engine/plan.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { committed } from '../../suites/bench.ts';

const abilities = { seesVolumes: true, seesJobs: true, hasToken: true, fullRoom: true };
const order = ['operation.route', 'size.greater', 'size.not-greater', 'body.malformed'] as const;
const ids: readonly RequirementId[] = order;
const [route, greater, notGreater, malformed] = order;

/** The rule of a run whose checks begin in this order. */
function ruleOf(options: StopOptions) {
  const clock = imaginaryClock();
  const guard = openGuard(undefined);
  const plan = planRun(extendVolume, committed.contract, abilities);
  // of each check the first case is under way
  const turnOf = (id: RequirementId): number => ids.indexOf(id);
  const stop = openStop(options, { plan, guard, clock, schedule: { turnOf } });
  return { stop, guard, clock };
}

/** The checks that may send no further case. */
const stopped = ({ stop }: ReturnType<typeof ruleOf>) => order.filter((id) => stop.isOver(id, 'extra'));

const fast: StopOptions = { failFast: { expected: [] } };

describe('with --fail-fast', () => {
  test('a MUST that fails stops what begins after it, and lets those before it end', () => {
    const rule = ruleOf(fast);
    rule.stop.failed(greater, { check: greater, ordinal: 1 });
    expect(stopped(rule)).toEqual([greater, notGreater, malformed]);
    expect(rule.stop.why(route)).toBeUndefined();
    expect(rule.stop.why(malformed)).toBe('stopped: size.greater fails, and --fail-fast is given');
    expect(rule.guard.cut()).toBeUndefined();
    rule.stop.conclude();
    expect(rule.guard.cut()).toBe(rule.stop.why(malformed));
  });

  test('which of two fails first makes no difference: the first in order counts', () => {
    const culprits = [
      [greater, notGreater],
      [notGreater, greater],
    ].map((ids) => {
      const { stop } = ruleOf(fast);
      for (const id of ids) stop.failed(id, { check: id, ordinal: 1 });
      return stop.culprit();
    });
    expect(culprits).toEqual([greater, greater]);
  });

  test('the check that shows a failure makes it as small as it gets', () => {
    const { stop } = ruleOf(fast);
    stop.failed('response.job-id', { check: greater, ordinal: 1 });
    expect(stop.isOver(greater, 'needed')).toBe(true);
    expect(stop.isOver(greater, 'smaller')).toBe(false);
    expect(stop.isOver(notGreater, 'smaller')).toBe(true);
  });

  test('a SHOULD stops nothing, nor does what is expected', () => {
    const rule = ruleOf({ failFast: { expected: [greater] } });
    rule.stop.failed(malformed, { check: malformed, ordinal: 1 });
    rule.stop.failed(greater, { check: greater, ordinal: 1 });
    expect(stopped(rule)).toEqual([]);
    rule.stop.conclude();
    expect(rule.guard.cut()).toBeUndefined();
  });
});

test('a smoke run ends at the first MUST that fails, and says so', () => {
  const rule = ruleOf({ smoke: true });
  rule.stop.failed(route, { check: route, ordinal: 1 });
  expect(stopped(rule)).toContain(greater);
  expect(rule.stop.why(greater)).toBe('stopped: operation.route fails, and a smoke run ends with that');
});

test('without a setting a failure stops nothing', () => {
  const rule = ruleOf({});
  rule.stop.failed(greater, { check: greater, ordinal: 1 });
  expect(stopped(rule)).toEqual([]);
});

describe('with --max-time', () => {
  test('the run is over when the time is, and no sooner', async () => {
    const { guard, clock } = ruleOf({ maxMs: 5_000 });
    await clock.sleep(4_999);
    expect(guard.cut()).toBeUndefined();
    await clock.sleep(2);
    expect(guard.cut()).toBe('stopped: the 5 s of --max-time are over');
    expect(guard.signal.aborted).toBe(true);
  });

  test('a run that has ended is not stopped any more', async () => {
    const { stop, guard, clock } = ruleOf({ maxMs: 5_000 });
    stop.close();
    await clock.sleep(10_000);
    expect(guard.cut()).toBeUndefined();
  });
});

test('a smoke test without any answer sends no second case, where the first contact had none either', () => {
  const unclear = { kind: 'unclear', reason: 'no outcome in 4 attempts: answered 503' } as const;
  const dead = ruleOf({}).stop;
  dead.contacted('lost');
  expect(dead.isOver(route, 'needed')).toBe(false);
  dead.made(route, unclear);
  expect(dead.isOver(route, 'needed')).toBe(true);
  expect(dead.lost()).toBe(unclear.reason);
  const there = ruleOf({}).stop;
  there.contacted(undefined);
  there.made(route, unclear);
  expect(there.isOver(route, 'needed')).toBe(false);
  expect(there.lost()).toBeUndefined();
});
