import { describe, expect, test } from 'vitest';
import { openPatience as open } from '../../../suites/lab/patience.ts';
import { leapingClock } from './fake.ts';

const openPatience = (ms: number, clock = leapingClock()) => open(ms, clock);
const all = ['size', 'job', 'state', 'moment'] as const;

describe('the patience of a run', () => {
  test('is the whole limit at first, and a moment for what only needs one', () => {
    const patience = openPatience(60_000);
    expect(all.map(patience.ms)).toEqual([60_000, 5_000, 60_000, 5_000]);
    expect(all.map(patience.isWhole)).toEqual([true, true, true, true]);
    expect(openPatience(2_000).ms('moment')).toBe(1_000);
  });

  test('is cut for what was waited for in vain, and for nothing else', () => {
    const patience = openPatience(60_000);
    patience.inVain('size', 100);
    expect(all.map(patience.isWhole)).toEqual([false, true, true, true]);
    expect(patience.ms('size')).toBe(150);
    expect(patience.ms('state')).toBe(60_000);
    for (const what of all) patience.inVain(what, 100);
    expect(all.map(patience.ms)).toEqual([150, 200, 300, 50]);
  });

  test('is never cut below three times what the slowest extension took', () => {
    const patience = openPatience(60_000);
    for (const ms of [400, 2_000, 300]) patience.showed(ms);
    for (const what of all) patience.inVain(what, 100);
    expect(patience.ms('size')).toBe(6_000);
    expect(patience.ms('state')).toBe(6_000);
    patience.showed(30_000);
    expect(patience.ms('size')).toBe(60_000);
  });

  test('is longer again for volumes, once an extension was seen to take its time', () => {
    const patience = openPatience(60_000);
    expect(patience.ms('ready')).toBe(5_000);
    patience.inVain('ready', 20);
    expect(patience.ms('ready')).toBe(20);
    patience.showed(2_000);
    expect(patience.ms('ready')).toBe(6_000);
    patience.inVain('ready', 20);
    patience.showed(1_000);
    expect(patience.ms('ready')).toBe(20);
  });

  test('is never longer than the limit, however small that is', () => {
    const patience = openPatience(40);
    for (const what of all) patience.inVain(what, 100);
    for (const what of all) expect(patience.ms(what), what).toBeLessThanOrEqual(40);
    expect(patience.wholeMs).toBe(40);
  });

  test('has one and a half limits in all for what only a whole one proves', async () => {
    const clock = leapingClock();
    const patience = openPatience(60_000, clock);
    const [early, late] = [clock.now(), clock.now() + 40_000];
    expect(patience.proofMs('size', early)).toBe(60_000);
    await clock.sleep(60_000, new AbortController().signal);
    patience.inVain('size', 59_999);
    expect(patience.proofMs('size', early)).toBe(60_000);
    patience.inVain('size', 60_000);
    // what began in time has half a limit more at most; what begins now proves nothing
    expect(patience.proofMs('state', early)).toBe(60_000);
    expect(patience.proofMs('state', late)).toBe(50_000);
    expect(patience.proofMs('state', clock.now())).toBe(300);
    expect(patience.isWhole('state')).toBe(false);
    expect(patience.ms('moment')).toBe(5_000);
  });

  test('a suspicion stands for a second the first time in each row, and always where a replica may be behind', () => {
    const patience = openPatience(60_000);
    const row = 'effect.refusal';
    expect(patience.standsMs('refusal', row, false)).toBe(1_000);
    patience.stood('refusal', row);
    expect([patience.standsMs('refusal', row, false), patience.standsMs('refusal', row, true)]).toEqual([250, 1_000]);
    expect(patience.standsMs('bystander', row, false)).toBe(1_000);
    expect(patience.standsMs('refusal', 'state.other', false)).toBe(1_000);
  });
});
