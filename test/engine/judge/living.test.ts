import { describe, expect, test } from 'vitest';
import { wrongEnvelope } from '../../../engine/judge/answers.ts';
import { untruthfulJob } from '../../../engine/judge/jobs.ts';
import { outcomeOf } from '../../../engine/judge/outcome.ts';
import { wrongSuccessBody } from '../../../engine/judge/success.ts';
import { findContract } from '../../../spec/load.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { growth } from '../../../suites/extend-volume/effect.ts';
import { step } from '../../../suites/extend-volume/examples.ts';

const { contract: ordering } = findContract('extend-volume-v2.1');
const { contract: cinder } = findContract('cinder-extend-v3');
const { contract: open } = findContract('extend-volume-otc');

const refused = (text: string, more: Sketch = {}) => step({ outcome: 'refused', text, ...more });

describe('a success that names a job or an order', () => {
  const accepted = (text: string) => step({ to: 20, status: 202, text });

  test.each([
    '{"job_id":"7"}',
    '{"order_id":"CS7"}',
    '{"job_id":"7","order_id":"CS7"}',
    '{"job_id":null,"order_id":"CS7"}',
    '{"order_id":"CS7","resource_ids":[]}',
  ])('is right: %s', (text) => {
    expect(wrongSuccessBody(accepted(text), ordering)).toBeUndefined();
  });

  test.each(['{}', '{"order_id":""}', '{"job_id":null}', '{"order_id":7}', '{"orderId":"CS7"}', '[]', ''])(
    'is wrong: %s',
    (text) => {
      expect(wrongSuccessBody(accepted(text), ordering)).toBeDefined();
    },
  );

  test('is no refusal because of an error beside it', () => {
    const { exchange } = step({ status: 202, text: '{"error":{"message":"m","code":"c"},"order_id":"CS7"}' });
    expect(outcomeOf(exchange, ordering)).toBe('accepted');
  });
});

describe('an error under any key', () => {
  test.each([
    '{"badRequest":{"message":"m","code":400}}',
    '{"error":{"message":"m","code":"EVS.1"}}',
    '{"somethingElse":{"message":"m","code":"c"}}',
    '{"request_id":"r","conflictingRequest":{"message":"m","code":409,"title":"t"}}',
  ])('is right: %s', (text) => {
    expect(wrongEnvelope(refused(text), cinder)).toBeUndefined();
  });

  test.each([
    '{"message":"m","code":"c"}',
    '{"error":"m"}',
    '{"badRequest":{"message":"m"}}',
    '{"badRequest":{"code":400}}',
    '{"badRequest":{"message":7,"code":400}}',
    '{"badRequest":{"message":"m","code":{}}}',
    '{"badRequest":[{"message":"m","code":400}]}',
    '{}',
    '[]',
    '',
  ])('is wrong: %s', (text) => {
    expect(wrongEnvelope(refused(text), cinder)).toBeDefined();
  });

  test('makes a 2xx a refusal', () => {
    const { exchange } = step({ status: 202, text: '{"badRequest":{"message":"m","code":400}}' });
    expect(outcomeOf(exchange, cinder)).toBe('refused');
    expect(outcomeOf(step({ status: 202, text: '' }).exchange, cinder)).toBe('accepted');
    expect(outcomeOf(step({ status: 202, text: '{"volume":{"size":20}}' }).exchange, cinder)).toBe('accepted');
  });
});

test('a job that says SUCCESS beside the size that was asked for is not early, though nothing has changed', () => {
  const looks = Array.from({ length: 5 }, (_, at) => ({ at: at * 400, state: 'SUCCESS' }));
  const same = step({ expects: { kind: 'open', clauses: ['size.growth'], size: 10 }, ending: 'as-asked' });
  const polls = looks.map(({ at, state }) => ({
    at,
    volume: same.before ?? expect.fail('the sketch has a volume'),
    job: { kind: 'job' as const, id: '7', status: state },
  }));
  const trace = (size: number) => ({
    steps: [{ ...same, expectation: { kind: 'open' as const, clauses: ['size.growth'], size }, polls }],
  });
  expect(untruthfulJob(growth)(trace(10), open)).toBeUndefined();
  expect(untruthfulJob(growth)(trace(20), open)).toBeDefined();
});
