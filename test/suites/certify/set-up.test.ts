import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../../selftest/subjects.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { type BenchSettings, certifyAt, idsWith, told } from '../bench.ts';

/** A run of these is mostly waiting; what it has to tell shows in a few cases. */
const short: BenchSettings = { jobMs: 3_000, runs: 4, extensions: 1 };

/** Certifies a server of the trials. */
async function certifySubject(id: string) {
  const { url, statesUrl, token, remaining, close } = await subjectOf(id).start();
  try {
    const result = await certifyAt({ url, states: statesUrl, token, project: 'a'.repeat(32) }, short);
    expect(remaining()).toBe(0);
    expect(result.ledger.left).toEqual([]);
    expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual([]);
    return result;
  } finally {
    await close();
  }
}

describe('a set-up that is wrong ends the run after the first volume, and says what is wrong', () => {
  test.concurrent.for([
    ['size-as-text', /its size is text \("size": "10"\).*observe\.volume/],
    ['size-with-unit', /its size is text \("size": "10 GB"\)/],
    ['no-size', /it has no size/],
    ['size-null', /it has no size/],
    ['size-zero', /its size is 0 GB/],
    ['no-status', /it has no status/],
    ['status-in-capitals', /its status is "AVAILABLE", and "available" was asked for: it is spelled otherwise/],
    ['creating-for-ever', /after 5 s: its status is "creating", and "available" was asked for/],
    ['shared-all', /its multiattach is true, and false was asked for/],
    ['id-in-capitals', /its id is spelled otherwise/],
    ['id-of-another', /it is of another volume \("id": "another"/],
    ['name-for-id', /which is its name/],
    ['bare-wrapper', /what looks like a volume stands at "" \(observe\.volume\.at\)/],
    ['list-wrapper', /what looks like a volume stands at "\/volumes\/0" \(observe\.volume\.at\)/],
    ['empty-detail', /has no object at "\/volume" of its body/],
    ['id-with-blank', /does not know the volume ".* " of project .* answered 404, and POST .* answered 404 \("/],
    [
      'unknown-project',
      /volumes are set up in project "nobodys", but --project is "a{32}": make them the same \(check --states /,
    ],
    ['gone-before-read', /does not know the volume .* answered 404, and POST .* answered 404 \("/],
    ['other-cloud', /answered 404, and POST .* answered 404 .* in the service and region of the URL/],
    ['url-with-path', /answered 404 .*: its path stands twice in the URL, use --target http:\/\/127\.0\.0\.1:\d+$/],
  ] as const)('%s', async ([id, words]) => {
    const result = await certifySubject(id);
    expect(told(result)['operation.route']).toMatch(words);
    expect(told(result)['operation.route']).toMatch(/^broken: could not run: /);
    expect(idsWith(result, 'pass')).toEqual([]);
    expect(result.ledger.volumesCreated).toBe(1);
    expect(overallVerdict(result).class).toBe('broken');
  });
});

test('a hook that hands out one volume again and again ends the run with the second time', async () => {
  const result = await certifySubject('one-volume-again');
  expect(told(result)['operation.route']).toMatch(
    /^broken: could not run: the volume \S+ was handed out again .* \(check --states /,
  );
  expect(result.ledger.volumesCreated).toBeLessThanOrEqual(3);
  expect(overallVerdict(result).class).toBe('broken');
});

describe('a set-up that is wrong for volumes of one kind alone leaves their rows open, and costs few volumes', () => {
  test.concurrent.for([
    ['attached-in-capitals', /its status is "IN-USE", and "in-use" was asked for: it is spelled otherwise/],
    ['attached-size-as-text', /its size is text \("size": "10"\)/],
    ['plain-alone', /the state hook cannot: plain ones, please/],
  ] as const)('%s', async ([id, words]) => {
    const result = await certifySubject(id);
    for (const row of ['state.in-use', 'state.in-use-shared', 'state.server-status'])
      expect(told(result)[row], row).toMatch(words);
    expect(idsWith(result, 'pass').length).toBeGreaterThan(20);
    expect(result.ledger.volumesCreated).toBeLessThan(90);
    expect(overallVerdict(result).class).toBe('incomplete');
  });
});

test('a first volume that is three seconds in the making is waited for', async () => {
  const result = await certifySubject('slow-first-volume');
  expect(overallVerdict(result).class, JSON.stringify(told(result), null, 1)).toBe('conformant');
});

test('a service without look-ups of volumes is judged by its answers, and that is said', async () => {
  const result = await certifySubject('no-volume-look-up');
  const route = result.rows.find(({ id }) => id === 'operation.route');
  expect(route?.verdict).toMatchObject({ kind: 'pass', evidence: 'response' });
  expect(route?.notes.join()).toMatch(/volumes cannot be read back \(GET \S+ answered 404\)/);
});
