import { describe, expect, test } from 'vitest';
import { lostJob, strangeJob, untruthfulJob } from '../../../engine/judge/jobs.ts';
import type { Poll, Step } from '../../../engine/step.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { growth } from '../../../suites/extend-volume/effect.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import type { JobReading, NoReading } from '../../../targets/observe.ts';
import { readJob } from '../../../targets/observe.ts';
import { contract } from '../../suites/committed.ts';
import { scripted } from '../../wire/scripted.ts';

const own = '70a599e0-31e7-49b7-b260-868f441e862b';
const seen = (...jobs: readonly string[]): Step => step({ to: 20, ending: 'as-asked', jobs });
const withPolls = (polls: readonly Poll[], sketch: Sketch = {}): Step => ({
  ...step({ to: 20, ...sketch }),
  polls,
});
const volume = (size: number): Poll['volume'] => ({
  kind: 'volume',
  size,
  status: 'available',
  multiattach: false,
  attributes: {},
});
const job = (status: string, id: string | undefined = own): JobReading => ({ kind: 'job', id, status });
const gone: NoReading = { kind: 'unreadable', why: 'gone', reason: 'GET answered 404' };
const lost = (...steps: readonly Step[]) => lostJob(growth)({ steps }, contract)?.kind;

describe('a job', () => {
  test.each([
    ['that ends is found', undefined, ['INIT', 'RUNNING', 'SUCCESS']],
    ['that fails has ended as well', undefined, ['RUNNING', 'FAIL']],
    ['that goes back has ended, and another rule to answer to', undefined, ['SUCCESS', 'RUNNING']],
    ['that ends in a strange word is for the vocabulary', undefined, ['RUNNING', 'COMPLETED']],
    ['that nobody looked up says nothing', undefined, []],
    ['that stays INIT is endless', 'endless', ['INIT', 'INIT', 'INIT']],
    ['that stays RUNNING is endless', 'endless', ['INIT', 'RUNNING', 'RUNNING']],
    ['that runs when the size shows, and is not followed further, says nothing', undefined, ['RUNNING', 'RUNNING']],
  ] as const)('%s', (_what, kind, jobs) => {
    expect(lost(seen(...jobs))).toBe(kind);
  });

  test('that cannot be looked up only at first is found; at the last, it is not', () => {
    const late = [gone, job('RUNNING'), job('SUCCESS')].map((one, at) => ({ at, job: one, volume: volume(20) }));
    expect(lost(withPolls(late))).toBeUndefined();
    expect(lost(withPolls([...late].reverse()))).toBe('unknown');
  });

  test('of another id is another; one whose look-up names none is taken for its own', () => {
    expect(lost(withPolls([{ at: 0, job: job('SUCCESS', 'b'), volume: volume(20) }]))).toBe('other');
    expect(
      lost(withPolls([{ at: 0, job: { kind: 'job', id: undefined, status: 'SUCCESS' }, volume: volume(20) }])),
    ).toBe(undefined);
  });

  test('that was not watched for the whole limit is not said to be endless', () => {
    for (const ending of ['given-up', 'otherwise', 'unseen'] as const)
      expect(lost({ ...seen('RUNNING'), ending })).toBeUndefined();
    const [poll] = seen('RUNNING').polls;
    const watched = { ...seen('RUNNING'), ending: 'unchanged', polls: [{ ...(poll as Poll), at: 60_100 }] } as const;
    expect(lostJob(growth)({ steps: [watched] }, contract)?.text).toMatch(
      /^gave a job that stays RUNNING for 60 s in answer to .* expected one that ends within the time limit \(limits\.jobMs\)$/,
    );
  });

  test('given to two extensions is the same; an answer without a usable job is for others to tell', () => {
    expect(lost(seen('SUCCESS'), seen('SUCCESS'))).toBe('same');
    const bare = step({ to: 20, text: '{}' });
    expect(lost(bare, bare)).toBeUndefined();
  });
});

describe('a job that nobody can answer about', () => {
  const lookup = { path: '/v1/{project_id}/jobs/{job_id}', at: '' };
  const answered = (status: number): NoReading | JobReading => {
    const request = { method: 'GET', path: '/' };
    const exchange = { request, url: 'http://x/', sent: {}, reply: scripted.answer(status, { status: 'SUCCESS' }) };
    return readJob({ exchange, lookup, volume: undefined });
  };
  const seenAs = (statuses: readonly number[], ms = 500) =>
    lost(withPolls(statuses.map((status, at) => ({ at: at * ms, job: answered(status), volume: volume(20) }))));

  test.each([
    ['three times by a failure of its own is not found', 'unknown', [500, 500, 500]],
    ['the last three times, likewise', 'unknown', [200, 502, 501, 500, 505]],
    ['twice may pass', undefined, [500, 500]],
    ['twice, and an answer between, may pass', undefined, [500, 500, 200, 500, 500]],
    ['by what stands before it, is nobody’s fault', undefined, [502, 502, 502, 502]],
    ['once in three looks by that, likewise', undefined, [500, 503, 500]],
    ['but asks for time, is nobody’s fault', undefined, [429, 429, 429]],
    ['and that is unknown is not found', 'unknown', [404]],
  ] as const)('%s', (_what, kind, statuses) => {
    expect(seenAs(statuses)).toBe(kind);
  });

  test('within a second may pass', () => {
    expect([333, 334].map((ms) => seenAs([500, 500, 500, 500], ms))).toEqual([undefined, 'unknown']);
  });
});

describe('the words for a job', () => {
  const strange = (...jobs: readonly string[]) => strangeJob({ steps: [seen(...jobs)] }, contract);

  test('are four, in capitals', () => {
    expect(strange('INIT', 'RUNNING', 'SUCCESS', 'SUCCESS')).toBeUndefined();
    expect(strange('RUNNING', 'FAIL')).toBeUndefined();
    expect(strange()).toBeUndefined();
    expect(strange('running')?.kind).toBe('word');
    expect(strange('RUNNING', 'COMPLETED')?.text).toContain('gave a job in state "COMPLETED" in answer to');
  });

  test('of the end are the last ones', () => {
    expect(strange('SUCCESS', 'RUNNING', 'RUNNING', 'RUNNING', 'RUNNING')?.text).toContain(
      'let the job go from SUCCESS to RUNNING',
    );
    // a replica that is behind shows it for a while
    expect(strange('SUCCESS', 'RUNNING', 'RUNNING', 'RUNNING', 'SUCCESS')).toBeUndefined();
    expect(strange('SUCCESS', 'FAIL')?.kind).toBe('back');
    expect(strange('RUNNING', 'INIT')).toBeUndefined();
  });
});

describe('SUCCESS', () => {
  const untruthful = (polls: readonly Poll[]) => untruthfulJob(growth)({ steps: [withPolls(polls)] }, contract);

  const showing = (ms: number, ...sizes: readonly number[]) =>
    sizes.map((size, at) => ({ at: at * ms, job: job('SUCCESS'), volume: volume(size) }));

  test('beside the old size for a second is untrue, also where the new one follows', () => {
    expect(untruthful(showing(350, 10, 10, 10, 10, 20))?.text).toContain('said SUCCESS with the old size, 10 GB');
  });

  test('beside the old size for less, in few looks or with another between them may be a replica that is behind', () => {
    expect(untruthful(showing(300, 10, 10, 10, 10, 20))).toBeUndefined();
    expect(untruthful(showing(900, 10, 10, 10, 20))).toBeUndefined();
    expect(untruthful(showing(350, 10, 10, 20, 10, 10))).toBeUndefined();
  });

  test('beside any new size, and RUNNING beside the old one, are true', () => {
    expect(untruthful([{ at: 0, job: job('SUCCESS'), volume: volume(21) }])).toBeUndefined();
    expect(untruthful([{ at: 0, job: job('RUNNING'), volume: volume(10) }])).toBeUndefined();
    expect(untruthful([{ at: 0, job: job('SUCCESS'), volume: gone }])).toBeUndefined();
  });
});

test('a job that two extensions share is told beside the requests before it, and no later ones', () => {
  const [first, second, third] = [1, 2, 3].map((ordinal) => ({ ...seen('SUCCESS'), ordinal }));
  if (first === undefined || second === undefined || third === undefined) throw new TypeError('no steps');
  const complaint = lostJob(growth)({ steps: [first, second, third] }, contract);
  expect(complaint).toMatchObject({ kind: 'same', step: second, beside: [first] });
});
