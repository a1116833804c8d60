import { describe, expect, test } from 'vitest';
import { refuse } from '../../../backend/refusal.ts';
import type { Change } from '../../../backend/rules.ts';
import { plainSetup } from '../../../generators/setups.ts';
import { acceptanceExpected } from '../../../suites/judge/expect.ts';
import { readLater } from '../../../suites/lab/care.ts';
import type { Sending } from '../../../suites/lab/extend.ts';
import { openLab } from '../../../suites/lab/lab.ts';
import type { Step } from '../../../suites/step.ts';
import { failing, refusing } from '../../../trust/unsteady.ts';
import { openService } from './service.ts';
import { bigger, same } from './set-up.ts';

/** Whatever was asked meets a server error, as `isHit` says of how many there were. */
const erring =
  (isHit: (count: number) => boolean): Change =>
  (rules) => {
    let count = 0;
    return {
      readSize(...given) {
        count += 1;
        return isHit(count) ? refuse('crash', 'try again') : rules.readSize(...given);
      },
    };
  };

/** A refusal of a valid request, after which the volume is larger. */
const growing =
  (isRefused: (count: number) => boolean): Change =>
  (rules) => ({
    ...refusing(isRefused)(rules),
    onRefused(volume, refusal, context) {
      rules.onRefused(volume, refusal, context);
      context.state.putVolume({ ...volume, size: volume.size + 5 });
    },
  });

/** A lab over a service with this change, and all that was told and not shown to the witnesses. */
function setUp(change: Change) {
  const { run: plain } = openService({ change });
  const told: Step[] = [];
  const run = { ...plain, told: (step: Step) => void told.push(step) };
  const lab = openLab(run, 'size.greater');
  /** Sends a request to a new volume. */
  async function send(recipe = bigger, sending: Partial<Sending> = {}): Promise<Step> {
    const subject = await lab.lease({ ...plainSetup(run.contract, run.room), exact: true });
    return lab.send(subject, recipe, { until: 'size', ...sending });
  }
  return { run, lab, told, send };
}

const statusOf = ({ exchange: { reply } }: Step): number => (reply.kind === 'answer' ? reply.status : 0);
const first = (count: number): boolean => count === 1;

describe('a valid request that is refused beside others', () => {
  test('and taken by itself is one of which only the second counts, and the run goes on one by one', async () => {
    const { run, told, send } = setUp(refusing(first));
    const step = await send();
    expect(step).toMatchObject({ outcome: 'accepted', ending: 'as-asked', alone: true });
    expect(told).toEqual([step.repeats]);
    expect(step.repeats).toMatchObject({ outcome: 'refused', alone: false, repeats: undefined });
    expect(step.case).toEqual(step.repeats?.case);
    expect(run.seen).toEqual([step]);
    expect([run.turns.isOneByOne(), run.turns.restMs(), run.refusing.size]).toEqual([true, 0, 0]);
  });

  test('and again by itself is a failure, shown with both answers, and nothing goes one by one for it', async () => {
    const { run, told, send } = setUp(refusing((count) => count <= 2));
    const step = await send();
    expect(step).toMatchObject({ outcome: 'refused', alone: true, repeats: { outcome: 'refused', alone: false } });
    expect([told, run.seen]).toEqual([[step.repeats], [step]]);
    expect(run.turns.isOneByOne()).toBe(false);
    expect(acceptanceExpected({ steps: [step] }, run.contract)).toMatchObject({ kind: 'refused', beside: [told[0]] });
  });

  test('and again is shown with both answers when the volume is read later as well', async () => {
    const { run, lab } = setUp(refusing((count) => count <= 2));
    const subject = await lab.lease(plainSetup(run.contract, run.room));
    const { repeats, after } = await lab.send(subject, bigger, { until: 'size' });
    await readLater(run, subject);
    expect(run.seen.length).toBe(2);
    expect(run.seen[1]).toMatchObject({ outcome: 'refused', alone: true });
    expect(run.seen[1]?.repeats).toBe(repeats);
    expect(run.seen[1]?.after).not.toBe(after);
  });

  test('is asked again only after the target had a second with nothing to do; the check that knows need not wait', async () => {
    const { run, send } = setUp(refusing(() => true));
    const timed = async (): Promise<number> => {
      run.traffic.stir();
      const start = run.clock.now();
      await send();
      return run.clock.now() - start;
    };
    expect(await timed()).toBeGreaterThanOrEqual(1_000);
    expect([...run.refusing]).toEqual(['size.greater']);
    expect(await timed()).toBeLessThan(500);
  });

  test('is asked again only when the jobs of other volumes have ended', async () => {
    const { run, lab, send } = setUp(refusing((count) => count === 2));
    const other = await lab.lease({ ...plainSetup(run.contract, run.room), exact: true });
    await lab.send(other, bigger, { until: 'size' });
    expect([...run.underWay]).toEqual([other]);
    const step = await send();
    expect(run.underWay.has(other)).toBe(false);
    expect(step).toMatchObject({ outcome: 'accepted', repeats: { outcome: 'refused' } });
  });

  test('is not asked again where the refusal has changed the volume', async () => {
    const { run, told, send } = setUp(growing(first));
    const step = await send();
    expect(step).toMatchObject({ outcome: 'refused', repeats: undefined, before: { size: 10 }, after: { size: 15 } });
    expect([told, run.seen]).toEqual([[], [step]]);
    expect(run.turns.isOneByOne()).toBe(false);
  });

  test('is as one whose job fails beside others', async () => {
    const once = setUp(failing(2));
    await once.send();
    const step = await once.send();
    expect(step).toMatchObject({ ending: 'as-asked', alone: true, repeats: { outcome: 'accepted', ending: 'failed' } });
    expect(once.run.turns.isOneByOne()).toBe(true);
    const always = setUp(failing(1));
    expect(await always.send()).toMatchObject({ ending: 'failed', alone: true, repeats: { ending: 'failed' } });
  });
});

describe('a server error', () => {
  test.each([
    ['a valid request', bigger, 'accepted'],
    ['one that has to be refused', same, 'refused'],
  ] as const)('is repeated once on the same volume, asked for %s', async (_what, recipe, outcome) => {
    const { run, told, send } = setUp(erring(first));
    const step = await send(recipe, outcome === 'refused' ? { until: 'never' } : {});
    expect(step).toMatchObject({ outcome, alone: false });
    expect(told.map(statusOf)).toEqual([500]);
    expect([told, run.seen]).toEqual([[step.repeats], [step]]);
    expect(step.case.path).toEqual(told[0]?.case.path);
    // it says nothing of requests side by side
    expect(run.turns.isOneByOne()).toBe(false);
  });

  test('that comes again to a valid request may be for what else was under way: it is asked for alone, and no fourth time', async () => {
    let count = 0;
    const { told, send } = setUp(
      erring((at) => {
        count = at;
        return true;
      }),
    );
    const step = await send();
    expect([statusOf(step), told.map(statusOf), count]).toEqual([500, [500, 500], 3]);
  });

  test('that a refusal follows is none by itself: that is asked for as any other is', async () => {
    const { run, told, send } = setUp((rules) => ({ ...erring(first)(rules), ...refusing(first)(rules) }));
    const step = await send();
    expect(step).toMatchObject({ outcome: 'accepted', alone: true, repeats: { outcome: 'refused', alone: false } });
    expect(told.map(statusOf)).toEqual([500, 409]);
    expect(run.seen).toEqual([step]);
    expect(run.turns.isOneByOne()).toBe(true);
  });

  test('to a departure from the request is repeated as well, a refusal of one is not', async () => {
    const departing = { request: { method: 'PUT' }, inScope: false, about: ' by PUT', until: 'never' } as const;
    const refused = setUp(refusing(() => false));
    expect(await refused.send(bigger, departing)).toMatchObject({ outcome: 'refused', repeats: undefined });
    const failed = setUp((rules) => {
      let count = 0;
      return {
        servesMethod(method) {
          count += method === 'PUT' ? 1 : 0;
          if (method === 'PUT' && count === 1) throw new TypeError('a defect of the service');
          return rules.servesMethod(method);
        },
      };
    });
    const step = await failed.send(bigger, departing);
    expect(step).toMatchObject({ outcome: 'refused', about: ' by PUT', repeats: { about: ' by PUT', inScope: false } });
    expect(failed.told.map(statusOf)).toEqual([500]);
  });
});

test.each([{ probing: true }, { together: true }])('nothing is sent again that goes %o', async (how) => {
  const refused = setUp(refusing(first));
  expect(await refused.send(bigger, how)).toMatchObject({ outcome: 'refused', repeats: undefined });
  const failed = setUp(erring(first));
  const step = await failed.send(bigger, how);
  expect([statusOf(step), step.repeats]).toEqual([500, undefined]);
});

test('what had to be refused, and was, is not asked again', async () => {
  const { told, send } = setUp(refusing(() => false));
  expect(await send(same, { until: 'never' })).toMatchObject({ outcome: 'refused', repeats: undefined });
  expect(told).toEqual([]);
});

describe('one by one', () => {
  test('a refusal that passes makes the next requests rest, and lets one of it be', async () => {
    const { run, told, send } = setUp(refusing((count) => count === 2));
    run.turns.goOneByOne();
    expect(await send()).toMatchObject({ outcome: 'accepted', alone: true, repeats: undefined });
    expect(run.turns.restMs()).toBe(0);
    expect(await send()).toMatchObject({ outcome: 'accepted', alone: true, repeats: { alone: true } });
    expect([told.length, run.turns.restMs()]).toEqual([1, 1_000]);
    run.traffic.stir();
    const start = run.clock.now();
    await send();
    expect(run.clock.now() - start).toBeGreaterThanOrEqual(1_000);
  });

  test('a refusal that comes again is one', async () => {
    const { run, send } = setUp(refusing(() => true));
    run.turns.goOneByOne();
    expect(await send()).toMatchObject({ outcome: 'refused', alone: true, repeats: { alone: true } });
    expect(run.turns.restMs()).toBe(0);
  });
});
