import { describe, expect, test } from 'vitest';
import {
  carriesReceipt,
  errorKeys,
  isDenied,
  isLost,
  jobIdOf,
  lostWords,
  member,
  outcomeOf,
} from '../../../engine/judge/outcome.ts';
import type { Exchange, NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { parseJson } from '../../../wire/json.ts';
import { contract } from '../../suites/committed.ts';

const request = { method: 'POST', path: '/' } as const;

function answer(status: number, text: string): WireAnswer {
  return { kind: 'answer', status, headers: {}, text, truncated: false, json: parseJson(text) };
}

const exchange = (reply: WireAnswer | NoAnswer): Exchange => ({ request, url: 'http://x/', sent: {}, reply });
const job = '{"job_id":"7"}';
const error = '{"error":{"message":"m","code":"c"}}';
const both = '{"error":{"message":"m","code":"c"},"job_id":"7"}';

describe('the outcome of an answer', () => {
  test.each([
    ['a 2xx with a job', 200, job, 'accepted'],
    ['a 2xx without an error', 200, '{}', 'accepted'],
    ['a 2xx whose error is null', 200, '{"error":null}', 'accepted'],
    ['a 2xx with an error beside a job', 200, both, 'accepted'],
    ['a 2xx whose job is no string', 202, '{"error":{},"job_id":7}', 'accepted'],
    ['an empty 2xx', 202, '', 'accepted'],
    ['a 2xx that is no JSON', 200, '<html>', 'accepted'],
    ['a 2xx that is no object', 200, '["error"]', 'accepted'],
    ['the last 2xx', 299, '{}', 'accepted'],
    ['a 2xx that is only an error', 200, error, 'refused'],
    ['a 2xx whose error is a text', 200, '{"error":"no"}', 'refused'],
    ['a 2xx with an error beside a null job', 200, '{"error":{},"job_id":null}', 'refused'],
    ['the first status of refusals', 400, '', 'refused'],
    ['a 4xx with a job', 400, job, 'refused'],
    ['a 4xx with an error', 404, error, 'refused'],
    ['the own failure of the server', 500, error, 'refused'],
    ['a 501', 501, '', 'refused'],
    ['a strange status', 599, '', 'refused'],
    ['a 1xx', 199, job, 'none'],
    ['a 3xx', 300, job, 'none'],
    ['a redirection', 307, job, 'none'],
    ['a 429', 429, error, 'none'],
    ['a 502', 502, error, 'none'],
    ['a 503', 503, error, 'none'],
    ['a 504', 504, error, 'none'],
  ] as const)('%s (%i %s) is %s', (_what, status, text, outcome) => {
    expect(outcomeOf(exchange(answer(status, text)), contract)).toBe(outcome);
  });

  test.each(['timeout', 'reset', 'unreachable', 'tls', 'garbage', 'aborted'] as const)(
    'no answer (%s) is none',
    (reason) => {
      const silent = exchange({ kind: 'none', reason, detail: '' });
      expect(outcomeOf(silent, contract)).toBe('none');
      expect(isLost(silent)).toBe(true);
    },
  );

  test('only what may pass is lost: a 500 or a redirection has been said', () => {
    const lost = [200, 307, 400, 429, 500, 501, 502, 503, 504].filter((status) => isLost(exchange(answer(status, ''))));
    expect(lost).toEqual([429, 502, 503, 504]);
  });
});

describe('the parts of a body', () => {
  test('a member that is null, absent, inherited or of no object is none', () => {
    for (const json of [{ a: null }, {}, [1], 'a', 7, null, undefined]) expect(member(json, 'a')).toBeUndefined();
    expect(member({}, 'toString')).toBeUndefined();
    expect(member({ a: false }, 'a')).toBe(false);
    expect(member({ a: '' }, 'a')).toBe('');
  });

  test('the job and the error count by their presence, whatever they are', () => {
    expect(carriesReceipt(answer(200, '{"job_id":7}'), contract)).toBe(true);
    expect(carriesReceipt(answer(200, '{"jobId":"7"}'), contract)).toBe(false);
    expect(errorKeys(answer(200, both), contract)).toEqual(['error']);
    expect(errorKeys(answer(200, job), contract)).toEqual([]);
    const jobless = { ...contract, answers: { ...contract.answers, job: null } };
    expect(carriesReceipt(answer(200, job), jobless)).toBe(false);
    expect(outcomeOf(exchange(answer(200, both)), jobless)).toBe('refused');
  });

  test.each([
    [job, '7'],
    ['{"job_id":7}', undefined],
    ['{"job_id":""}', undefined],
    ['{"job_id":null}', undefined],
    [`{"job_id":"${'x'.repeat(1025)}"}`, undefined],
    ['"job_id"', undefined],
  ])('of %s the usable job is %s', (text, id) => {
    expect(jobIdOf(exchange(answer(200, text)), contract)).toBe(id);
    expect(jobIdOf(exchange({ kind: 'none', reason: 'reset', detail: '' }), contract)).toBeUndefined();
  });
});

test('only 401 and 403 may be about the credentials', () => {
  const denied = [400, 401, 402, 403, 404].map((status) => isDenied(exchange(answer(status, ''))));
  expect(denied).toEqual([false, true, false, true, false]);
  expect(isDenied(exchange({ kind: 'none', reason: 'reset', detail: '' }))).toBe(false);
});

test('a refusal begins at 400', () => {
  expect([399, 400].map((status) => outcomeOf(exchange(answer(status, '')), contract))).toEqual(['none', 'refused']);
});

test('a job of 1024 characters can be looked up, a longer one cannot', () => {
  const idOf = (length: number) => jobIdOf(exchange(answer(200, `{"job_id":"${'x'.repeat(length)}"}`)), contract);
  expect([1, 1024, 1025].map((length) => idOf(length)?.length)).toEqual([1, 1024, undefined]);
});

test('what came in place of an answer is told, and what to do where it came too late', () => {
  const none = (reason: NoAnswer['reason'], detail: string) => lostWords(exchange({ kind: 'none', reason, detail }));
  expect(lostWords(exchange(answer(503, '')))).toBe('answered 503');
  expect(none('reset', 'ECONNRESET: socket hang up')).toBe('no answer (ECONNRESET: socket hang up)');
  expect(none('timeout', 'no answer within 9 ms')).toBe(
    'no answer within 9 ms: allow it more time with limits.requestMs',
  );
});
