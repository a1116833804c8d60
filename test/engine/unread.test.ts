import { expect, test } from 'vitest';
import { judged } from '../../engine/checking/assessment.ts';
import type { Step } from '../../engine/step.ts';
import { bodyMalformed } from '../../suites/extend-volume/body-malformed.ts';
import { step } from '../../suites/extend-volume/examples.ts';
import { registry } from '../../suites/extend-volume/registry.ts';
import { sizeOverMaximum } from '../../suites/extend-volume/size-over-maximum.ts';
import type { JobReading, NoReading } from '../../targets/observe.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { contract } from '../suites/committed.ts';

/** The exchange with an answer of which only the beginning was read. */
function cut(exchange: Exchange, text: string): Exchange {
  const { reply } = exchange;
  if (reply.kind === 'none') throw new Error('there is no answer to cut');
  return { ...exchange, reply: { ...reply, text, truncated: true, json: undefined } };
}

const refused = step({ outcome: 'refused' });
const accepted = step({ to: 20 });
const unread = expect.stringMatching(/the answer is too long or too deep/);

test.each([
  ['{"error":{"message":"m","code":"c"},"more":[{},', { kind: 'unclear', reason: unread }],
  ['   ', { kind: 'unclear', reason: unread }],
  ['[{},{},', { kind: 'complaint' }],
  ['<html>', { kind: 'complaint' }],
])('a refusal that goes beyond what is read is judged by its beginning alone: %s', (text, seen) => {
  const steps = [{ ...refused, exchange: cut(refused.exchange, text) }];
  expect(judged(bodyMalformed, { steps }, contract)).toMatchObject(seen);
});

test('a 2xx that goes beyond what is read may be a refusal', () => {
  expect(judged(sizeOverMaximum, { steps: [accepted] }, contract).kind).toBe('complaint');
  const steps = [{ ...accepted, exchange: cut(accepted.exchange, '{"error":{') }];
  expect(judged(sizeOverMaximum, { steps }, contract)).toMatchObject({ kind: 'unclear', reason: unread });
});

test('a job that answers more than is read can be looked up', () => {
  const job: NoReading = { kind: 'unreadable', why: 'trouble', reason: 'r' };
  const withJob = (one: JobReading | NoReading): Step => ({
    ...accepted,
    ending: 'as-asked',
    polls: [{ at: 0, job: one, volume: { kind: 'unreadable', why: 'trouble', reason: 'r' } }],
  });
  expect(judged(registry['job.reachable'], { steps: [withJob(job)] }, contract).kind).toBe('complaint');
  const source = { exchange: cut(accepted.exchange, '{"'), lookup: { path: '/{job_id}', at: '' }, volume: undefined };
  expect(judged(registry['job.reachable'], { steps: [withJob({ ...job, source })] }, contract)).toMatchObject({
    reason: unread,
  });
});
