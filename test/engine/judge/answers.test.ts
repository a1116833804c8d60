import { describe, expect, test } from 'vitest';
import {
  clientErrorExpected,
  contradicts,
  isServerError,
  lenientExpected,
  politeRefusalExpected,
  wrongEnvelope,
} from '../../../engine/judge/answers.ts';
import type { Step } from '../../../engine/step.ts';
import { envelope, job, type Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { contract } from '../../suites/committed.ts';

const refused = (sketch: Sketch): Step => step({ outcome: 'refused', ...sketch });
const silent = (one: Step): Step => ({
  ...one,
  exchange: { ...one.exchange, reply: { kind: 'none', reason: 'reset', detail: '' } },
});

describe('the envelope of a refusal', () => {
  test.each([
    envelope,
    '{"error":{"message":"","code":""}}',
    '{"error":{"message":"m","code":"c","details":[]},"request_id":"r"}',
    '{"error":{"message":"m","code":"c","reason":null},"job_id":null}',
  ])('is right: %s', (text) => {
    expect(wrongEnvelope(refused({ text }), contract)).toBeUndefined();
  });

  test.each([
    ['', 'an empty body'],
    ['<h1>Bad Request</h1>', 'a body that is not JSON'],
    ['null', 'another body'],
    ['[]', 'another body'],
    [`[${envelope}]`, 'another body'],
    ['{}', 'another body'],
    ['{"message":"m","code":"c"}', 'another body'],
    ['{"error":"m"}', 'another body'],
    ['{"error":null}', 'another body'],
    ['{"error":[{"message":"m","code":"c"}]}', 'another body'],
    ['{"error":{"message":"m"}}', 'another body'],
    ['{"error":{"message":"m","code":null}}', 'another body'],
    ['{"error":{"message":"m","code":400}}', 'another body'],
    ['{"error":{"message":["m"],"code":"c"}}', 'another body'],
    ['{"Error":{"Message":"m","Code":"c"}}', 'another body'],
    ['{"badRequest":{"message":"m","code":400}}', 'another body'],
    ['{"error_msg":"m","error_code":"c"}', 'another body'],
  ])('is wrong: %s is %s', (text, seen) => {
    const complaint = wrongEnvelope(refused({ text }), contract);
    expect(complaint?.text).toBe(
      `answered 400 with ${seen} to new_size 20 on an available volume of 10 GB, expected {"error": {"message": string, "code": string}}`,
    );
  });

  test('is nothing to look for where no answer came', () => {
    expect(wrongEnvelope(silent(refused({})), contract)).toBeUndefined();
  });
});

describe('what rows of their own expect', () => {
  const polite = (one: Step) => politeRefusalExpected({ steps: [one] }, contract)?.kind;
  const lenient = (one: Step) => lenientExpected({ steps: [one] }, contract)?.kind;

  test('a polite refusal is a 4xx in the envelope', () => {
    expect(polite(refused({}))).toBeUndefined();
    expect(polite(refused({ status: 499 }))).toBeUndefined();
    expect(polite(refused({ status: 500 }))).toBe('server-error');
    expect(polite(refused({ text: '' }))).toBe('envelope');
    expect(polite(step({}))).toBe('accepted');
  });

  test('leniency ends at a server error and at another size', () => {
    expect(lenient(refused({ text: '' }))).toBeUndefined();
    expect(lenient(step({ to: 20, ending: 'as-asked' }))).toBeUndefined();
    expect(lenient(refused({ status: 503 }))).toBe('server-error');
    expect(lenient(step({ to: 21, ending: 'otherwise' }))).toBe('size');
    const open = { kind: 'open', clauses: ['body.extra-keys'], size: null } as const;
    expect(lenient(step({ to: 21, ending: 'otherwise', expects: open }))).toBe('accepted');
  });

  test('a client error begins at 400, whatever the body', () => {
    const client = (one: Step) => clientErrorExpected({ steps: [one] }, contract)?.kind;
    expect([200, 399, 400, 500].map((status) => client(refused({ status })))).toEqual([
      ...['no-client-error', 'no-client-error'],
      ...[undefined, 'server-error'],
    ]);
    expect(client(step({}))).toBe('accepted');
  });

  test('the first status of server errors is 500', () => {
    expect([499, 500, 599].map((status) => isServerError(refused({ status })))).toEqual([false, true, true]);
    expect(isServerError(silent(refused({})))).toBe(false);
  });
});

test('success and error contradict each other, null members apart', () => {
  const both = '{"error":{"message":"m","code":"c"},"job_id":"7"}';
  expect(contradicts(step({ text: both }), contract)?.text).toContain('with both error and job_id to');
  expect(contradicts(refused({ text: both }), contract)?.text).toContain('expected no job_id in a refusal');
  expect(contradicts(refused({ text: '{"job_id":"7"}' }), contract)?.kind).toBe('both');
  for (const text of [job, '{"job_id":"7","error":null}'])
    expect(contradicts(step({ text }), contract)).toBeUndefined();
  for (const text of [envelope, '{"error":{},"job_id":null}', ''])
    expect(contradicts(refused({ text }), contract)).toBeUndefined();
  expect(contradicts(silent(step({ text: both })), contract)).toBeUndefined();
});
