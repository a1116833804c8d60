import { describe, expect, test } from 'vitest';
import { openCredentialObserver } from '../../../engine/guard/credential-observer.ts';
import { type NoReading, readJob, readVolume } from '../../../targets/observe.ts';
import type { Exchange, NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { fakeClock } from '../../wire/fake-clock.ts';
import { scripted } from '../../wire/scripted.ts';

const { answer } = scripted;
type LookUpReply = WireAnswer | NoAnswer;
const lookup = { path: '/volumes/{volume_id}', at: '/volume' };
const good = answer(200, { volume: { size: 10, status: 'available' } });
const ended = answer(400, { error: { code: 'EVS.0002', message: 'Invalid token' } });

/** An observer over volumes that are answered as `says` tells, which is told the time since the start in ms. */
function watching(
  says: (id: string, ms: number) => LookUpReply,
  options: { keeps?: boolean; seesVolumes?: boolean } = {},
) {
  const clock = fakeClock();
  const start = clock.now();
  const over = new AbortController();
  const ends: Exchange[] = [];
  const looks: string[] = [];
  const exchangeOf = (id: string): Exchange => {
    looks.push(id);
    const reply = says(id, clock.now() - start);
    return { request: { method: 'GET', path: '/' }, url: 'http://x/', sent: {}, reply };
  };
  const observer = {
    seesVolumes: options.seesVolumes ?? true,
    seesJobs: true,
    lookups: { volume: lookup, job: null },
    volume: async ({ id }: { id: string }) => readVolume({ exchange: exchangeOf(id), lookup, volume: id }),
    job: async (_: string, id: string) =>
      readJob({ exchange: exchangeOf(id), lookup: { path: '/jobs/{job_id}', at: '/volume' }, volume: undefined }),
  };
  const watched = openCredentialObserver(observer, {
    clock,
    signal: over.signal,
    keeps: options.keeps ?? false,
    end(exchange) {
      ends.push(exchange);
      over.abort();
    },
  });
  const look = async (...ids: readonly string[]) => {
    const kinds: string[] = [];
    for (const id of ids) {
      const reading = await (id.startsWith('j') ? watched.job('p', id) : watched.volume({ project: 'p', id }));
      kinds.push(reading.kind === 'unreadable' ? (reading as NoReading).why : 'read');
    }
    return kinds;
  };
  return { watched, look, looks, clock, ends };
}

const atFirst = (ms: number, later: LookUpReply) => (_: string, now: number) => (now < ms ? good : later);

describe('credentials have ended', () => {
  test.each<[string, LookUpReply]>([
    ['400 with a code', ended],
    ['400 without one', answer(400)],
    ['401', answer(401)],
    ['403', answer(403)],
    ['200 and an error', answer(200, { error: { code: 'A', message: 'm' } })],
    ['a redirection', answer(302)],
    ['no token', scripted.none('login')],
  ])('when three volumes that were read are answered %s, and again after a while', async (_, reply) => {
    const { look, clock, ends, looks } = watching(atFirst(100, reply));
    expect(await look('a', 'b', 'c', 'd')).toEqual(['read', 'read', 'read', 'read']);
    await clock.sleep(100);
    await look('b');
    expect(ends).toMatchObject([{ reply }]);
    expect(clock.pauses).toEqual([100, 500, 2_000]);
    expect(looks.slice(4)).toEqual(['b', 'b', 'd', 'c', 'b', 'd', 'c', 'b', 'd', 'c']);
  });

  test('whoever looks meanwhile is told nothing before that is known', async () => {
    const { watched, look, clock, ends } = watching(atFirst(100, ended));
    await look('a', 'b', 'c');
    await clock.sleep(100);
    const volumes = ['a', 'b', 'c', 'e'].map((id) => watched.volume({ project: 'p', id }).then(() => ends.length));
    expect(await Promise.all(volumes)).toEqual([1, 1, 1, 1]);
  });

  test('when volumes that come after it are denied as the only known one is', async () => {
    const { look, clock, ends, watched } = watching(atFirst(100, ended));
    await look('a');
    await clock.sleep(100);
    await look('a');
    watched.forget({ project: 'p', id: 'a' });
    await look('b');
    expect(ends).toEqual([]);
    await look('c');
    expect(ends).toHaveLength(1);
  });

  test('when the two volumes that a list has are denied', async () => {
    const { look, clock, ends } = watching(atFirst(100, ended), { keeps: true });
    await look('a', 'b');
    await clock.sleep(100);
    await look('a');
    expect(ends).toHaveLength(1);
  });

  test('when jobs are denied by 403 and volumes cannot be read', async () => {
    const { look, clock, ends } = watching(atFirst(100, answer(403)), { seesVolumes: false });
    await look('j1', 'j2', 'j3');
    await clock.sleep(100);
    await look('j1');
    expect(ends).toHaveLength(1);
  });
});

describe('credentials have not ended', () => {
  /** Looks at three volumes, and after 100 ms at the first of them, for a while. */
  async function unended(says: (id: string, ms: number) => LookUpReply, times = 3) {
    const watched = watching((id, ms) => (ms < 100 ? good : says(id, ms)));
    await watched.look('a', 'b', 'c');
    await watched.clock.sleep(100);
    const kinds = await watched.look(...Array.from({ length: times }, () => 'a'));
    expect(watched.ends).toEqual([]);
    return { ...watched, kinds };
  }

  test.each([404, 408, 409, 410, 423, 425, 429, 500, 502, 503])('when everything is answered %i', async (status) => {
    await unended(() => answer(status, { error: { code: 'A' } }));
  });

  test.each([400, 401, 403])('when one volume alone is answered %i: it is asked about once', async (status) => {
    const { kinds, looks } = await unended((id) => (id === 'a' ? answer(status) : good), 5);
    expect(kinds).toEqual(Array.from({ length: 5 }, () => (status === 400 ? 'trouble' : 'denied')));
    expect(looks.slice(3)).toEqual(['a', 'a', 'c', 'a', 'a', 'a', 'a', 'a']);
  });

  test('when the codes differ', async () => {
    await unended((id) => answer(400, { error: { code: id } }));
  });

  test.each([200, 700, 2_000])('when it passes within %i ms, and the volume is read', async (ms) => {
    const { kinds } = await unended((_, now) => (now < 100 + ms ? answer(403) : good), 1);
    expect(kinds).toEqual(['read']);
  });

  test('when only jobs are denied, or unknown with 400', async () => {
    for (const status of [400, 403]) {
      const { look, ends } = watching((id, ms) =>
        id.startsWith('j') && ms >= 0 && id !== 'j1' ? answer(status) : good,
      );
      await look('a', 'b', 'c', 'j1', 'j2', 'j3', 'j4', 'j5');
      expect(ends).toEqual([]);
    }
  });

  test('where nothing of the kind was ever read', async () => {
    const { look, ends } = watching(() => answer(403));
    await look('a', 'b', 'c', 'd');
    expect(ends).toEqual([]);
  });
});
