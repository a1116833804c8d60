import { describe, expect, test } from 'vitest';
import { openCredentials } from '../../../engine/guard/credentials.ts';
import { openGuard } from '../../../engine/guard/guard.ts';
import type { Step } from '../../../engine/step.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import type { Exchange, NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { secretsOf } from '../../../wire/redact.ts';
import { fakeClock } from '../../wire/fake-clock.ts';
import { scripted } from '../../wire/scripted.ts';

const envelope = (code: string, message: string) => ({ error: { code, message } });
const exchange = (reply: WireAnswer | NoAnswer): Exchange => ({
  request: { method: 'GET', path: '/' },
  url: 'http://x/',
  sent: {},
  reply,
});
const ended = exchange(scripted.answer(400, envelope('EVS.0002', 'Invalid token t0ken-t0ken')));

function open(keeps = false, seesVolumes = false) {
  const clock = fakeClock();
  const guard = openGuard(undefined);
  const credentials = openCredentials({ clock, guard, secrets: secretsOf('t0ken-t0ken'), keeps, seesVolumes });
  return { clock, guard, credentials };
}

const of = (volume: string, sketch: Sketch, more: Partial<Step> = {}): Step => {
  const one = step(sketch);
  return { ...one, case: { ...one.case, path: { ...one.case.path, volume_id: volume } }, ...more };
};
const accepted = of('v0', {});
const refused = (volume: string, status: number, more: Partial<Step> = {}): Step =>
  of(volume, { outcome: 'refused', status, text: JSON.stringify(envelope('A.1', 'no')) }, more);

describe('the end of the credentials', () => {
  const wordsOf = (denial: Exchange) => {
    const { credentials, guard } = open();
    credentials.end(denial);
    expect(credentials.denial()).toBe(denial);
    return guard.cut();
  };

  test('ends the run in the server’s own words, the token hidden', () => {
    expect(wordsOf(ended)).toBe(
      'the credentials worked and no longer do: requests that worked before are now answered 400 ("Invalid token $EVS_TOKEN", EVS.0002): renew them, then run again',
    );
    expect(wordsOf(exchange(scripted.answer(302)))).toMatch(/ are now answered 302: renew them, /);
    expect(wordsOf(exchange(scripted.none('login')))).toMatch(/^the credentials .* no longer do \(a login of ours\): /);
  });

  test('is not what a service says that is asked too much', () => {
    const denial = exchange(scripted.answer(400, envelope('Throttling.User', 'Request was denied')));
    expect(wordsOf(denial)).toMatch(
      /^the target does not serve us: .* 400 \("Request was denied", Throttling.User\): .*--rate$/,
    );
  });

  test('is told once, and not after something else has ended the run', () => {
    const { credentials, guard } = open();
    guard.stop('the target is gone: so it is');
    credentials.end(ended);
    expect([credentials.denial(), guard.cut()]).toEqual([undefined, 'the target is gone: so it is']);
  });

  test('names the checks whose requests were answered like that, and no others', () => {
    const { credentials } = open();
    const like = { text: JSON.stringify(envelope('EVS.0002', 'Invalid token')), outcome: 'refused' } as const;
    credentials.see(of('v1', { ...like, status: 400 }, { check: 'size.not-greater' }));
    credentials.see(of('v1', { ...like, status: 403 }, { check: 'state.other' }));
    credentials.see(refused('v1', 400, { check: 'body.new-size' }));
    credentials.see(of('v1', { ...like, status: 400 }, { check: 'auth.required', about: ', without a token' }));
    expect(credentials.touched()).toEqual([]);
    credentials.end(ended);
    expect(credentials.touched()).toEqual(['size.not-greater']);
  });
});

describe('where volumes cannot be read', () => {
  /** Whether the run is over after these steps, a second apart. */
  async function isOver(steps: readonly Step[], keeps = false): Promise<boolean> {
    const { credentials, clock, guard } = open(keeps);
    for (const one of steps) {
      credentials.see(one);
      await clock.sleep(1_000);
    }
    return guard.signal.aborted;
  }
  const three = (status: number, more: Partial<Step> = {}) => ['a', 'b', 'c'].map((one) => refused(one, status, more));

  test.each([401, 403])(
    'valid requests denied with %i on three volumes end the run, if they were accepted before',
    async (status) => {
      expect(await isOver([accepted, ...three(status)])).toBe(true);
      expect(await isOver(three(status))).toBe(false);
      expect(await isOver([accepted, ...three(status).slice(1)])).toBe(false);
    },
  );

  test('fewer volumes do where the list has no more, denied for as long', async () => {
    expect(await isOver([accepted, ...['a', 'a', 'a'].map((one) => refused(one, 401))], true)).toBe(true);
    expect(await isOver([accepted, ...['a', 'a'].map((one) => refused(one, 401))], true)).toBe(false);
  });

  test('an acceptance between, another status, or another answer begins anew', async () => {
    const [a, b, c] = three(403) as [Step, Step, Step];
    expect(await isOver([accepted, a, b, accepted, c])).toBe(false);
    expect(await isOver([accepted, ...three(400)])).toBe(false);
    expect(await isOver([accepted, a, b, refused('c', 401)])).toBe(false);
  });

  test('what has to be refused says nothing, nor what departs from a plain request', async () => {
    expect(await isOver([accepted, ...three(403, { expectation: { kind: 'refuse', clauses: ['x'] } })])).toBe(false);
    expect(await isOver([accepted, ...three(401, { about: ', without a token' })])).toBe(false);
  });

  test('volumes that have refused something may be locked: one has to be denied that has not, or by 401', async () => {
    const rule = { expectation: { kind: 'refuse', clauses: ['x'] } } as const;
    const marked = ['a', 'b', 'c'].map((one) => refused(one, 400, rule));
    expect(await isOver([accepted, ...marked, ...three(403)])).toBe(false);
    expect(await isOver([accepted, ...marked, ...three(401)])).toBe(true);
    expect(await isOver([accepted, ...marked.slice(1), ...three(403)])).toBe(true);
    expect(await isOver([accepted, ...marked, ...three(403)], true)).toBe(true);
  });

  test('the next request waits while that is in doubt, unless look-ups tell', async () => {
    for (const seesVolumes of [false, true]) {
      const { credentials, clock, guard } = open(false, seesVolumes);
      for (const one of [accepted, ...three(401).slice(1)]) credentials.see(one);
      await credentials.whenInDoubt();
      credentials.see(refused('a', 401));
      await credentials.whenInDoubt();
      expect(clock.pauses).toEqual(seesVolumes ? [] : [2_000]);
      credentials.see(refused('d', 401));
      expect(guard.signal.aborted).toBe(!seesVolumes);
    }
  });

  test('three at once are no end: it has to last', () => {
    const { credentials, guard } = open();
    for (const one of [accepted, ...three(401)]) credentials.see(one);
    expect(guard.signal.aborted).toBe(false);
  });
});
