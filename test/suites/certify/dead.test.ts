import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createBackend } from '../../../backend/backend.ts';
import { imaginaryClock } from '../../../engine/dry-run/clock.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyAt, idsWith, token, tokens, told } from '../bench.ts';
import { reachInMemory, serviceClock } from '../memory.ts';

const error = { error: { message: 'm', code: 'c' } };

/** What a server that is dead, or another one, answers to everything. */
const answers: Readonly<Record<string, (body: string) => Response>> = {
  '404': () => Response.json(error, { status: 404 }),
  '200 and {}': () => Response.json({}),
  'a job, and does nothing': () => Response.json({ job_id: 'x' }),
  'what it was sent': (body) => new Response(body || '{}', { headers: { 'content-type': 'application/json' } }),
  '500': () => Response.json(error, { status: 500 }),
  '503': () => new Response('', { status: 503 }),
  'a redirect': () => new Response('', { status: 302, headers: { location: '/elsewhere' } }),
};

/** Which requests it answers: the others are answered by a service that works. */
const reaches: Readonly<Record<string, (path: string) => boolean>> = {
  'the operation': (path) => path.endsWith('/action'),
  'the operation and its jobs': (path) => path.endsWith('/action') || path.includes('/jobs/'),
  'everything but the hook': (path) => !path.startsWith('/states'),
};

const jobMs = 60_000;

/** Certifies it with the default budget; `count`: the requests of any kind. */
async function certifyDead(answer: (body: string) => Response, isDead: (path: string) => boolean, isBlind: boolean) {
  const clock = imaginaryClock(Date.UTC(2024, 0, 1));
  const backend = createBackend({ tokens, clock: serviceClock(clock) });
  let count = 0;
  const app = new Hono();
  app.all('*', async ({ req }) => {
    count += 1;
    return isDead(new URL(req.url).pathname) ? answer(await req.text()) : backend.app.fetch(req.raw);
  });
  const url = 'http://backend';
  const places = { url, states: `${url}/states`, ...(isBlind ? { observe: { volume: null, job: null } } : {}) };
  const budget = { runs: 100, extensions: 12, concurrency: 12, jobMs };
  const result = await certifyAt(places, { clock, ...budget }, reachInMemory(app, url, token));
  return { result, count, remaining: backend.state.volumes.size };
}

describe('a server that answers no valid request as documented costs sixty requests and one job limit', () => {
  const all = Object.keys(answers).flatMap((what) =>
    Object.keys(reaches).flatMap((where) => [true, false].map((isBlind) => [what, where, isBlind] as const)),
  );
  test.each(all)('%s to %s (without look-ups: %s)', async (what, where, isBlind) => {
    const answer = answers[what] ?? expect.fail();
    const { result, count, remaining } = await certifyDead(answer, reaches[where] ?? expect.fail(), isBlind);
    const { class: verdict, headline } = overallVerdict(result);
    expect(count).toBeLessThanOrEqual(60);
    // a redirect that is not followed by a look-up has to be asked for again after a while
    if (what !== 'a redirect') expect(result.durationMs).toBeLessThan(jobMs * 1.1);
    expect(idsWith(result, 'pass')).toEqual([]);
    expect(verdict).not.toBe('conformant');
    expect(headline).toMatch(/; (stopped: a plain, valid extension .* nothing else can be judged|could not run: )/);
    expect(headline).toContain(result.stopped?.slice(0, 200));
    expect(remaining).toBe(0);
  });
});

test('what a server without effect breaks is told by the row whose it is', async () => {
  const { result } = await certifyDead(
    answers['a job, and does nothing'] ?? expect.fail(),
    reaches['the operation'] ?? expect.fail(),
    false,
  );
  expect(idsWith(result, 'fail')).toEqual(['effect.size']);
  expect(told(result)['operation.route']).toMatch(/^inconclusive: stopped: .* \(effect\.size fails: /);
});

test('of a service that has moved the headline says where to', async () => {
  const moved = (): Response => {
    const location = `https://elsewhere/v2/${'p'.repeat(32)}/login`;
    return new Response('', { status: 301, headers: { location } });
  };
  const { result } = await certifyDead(moved, reaches['everything but the hook'] ?? expect.fail(), false);
  expect(overallVerdict(result).headline).toMatch(
    /answered 301, which decides nothing: it redirects to https:\/\/elsewhere\/v2\/p+\/login, .*--target/,
  );
});
