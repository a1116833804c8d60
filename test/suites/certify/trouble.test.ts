import { describe, expect, test } from 'vitest';
import type { Rules } from '../../../backend/rules.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import type { Result } from '../../../verdicts/result.ts';
import { certifyAt, certifyBackend, idsWith, rowsOf, token, told } from '../bench.ts';
import { requirementIds } from '../register.ts';

/** Set-ups and credentials that go wrong beside a right target: it is never accused, and nothing stays behind. */
function unaccused(result: Result & { readonly remaining?: number }): void {
  expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')], JSON.stringify(told(result), null, 1)).toEqual([]);
  expect(result.remaining ?? 0).toBe(0);
  expect(result.ledger.left).toEqual([]);
}

test.concurrent.for([3, 5, 20])('a hook with room for %i volumes serves a whole run', async (maxVolumes) => {
  const result = await certifyBackend({ maxVolumes }, { concurrency: 12, runs: 10 });
  unaccused(result);
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
});

describe('a token that ends in mid-run', () => {
  const tokens = (): Record<string, string> => ({ [token]: 'a'.repeat(32), other: 'b'.repeat(32) });

  /** A run whose token is taken back after so many checks. */
  async function certifyFor(checks: number, places: Parameters<typeof certifyBackend>[2] = {}) {
    const known = tokens();
    const onProgress = (done: number): void => {
      if (done === checks) delete known[token];
    };
    const result = await certifyBackend({ tokens: known }, { onProgress }, places);
    unaccused(result);
    expect(overallVerdict(result).class).toBe('incomplete');
    return Object.values(told(result)).join('\n');
  }

  test.concurrent.for([2, 9, 25])('after %i checks leaves the rest inconclusive, and says why', async (checks) => {
    expect(await certifyFor(checks)).toContain('the credentials worked and no longer do');
  });

  test('accuses nobody where volumes cannot be read either', async () => {
    await certifyFor(3, { observe: { volume: null, job: null } });
  });
});

describe('a look-up that says nonsense', () => {
  const view = (size: unknown) => (rules: Rules) => ({
    volumeView: (...args: Parameters<Rules['volumeView']>) => ({ ...(rules.volumeView(...args) as object), size }),
  });

  test.concurrent.for([
    [-1, 'its size is -1 GB'],
    [0, 'its size is 0 GB'],
    [1e308, 'its size is 1e+308 GB'],
    [1e15 + 0.5, 'its size is 1000000000000000.5 GB'],
    [10.5, 'its size is 10.5 GB'],
    [40_000, 'it has 40000 GB, which leaves no room below 32767 GB'],
    ['10', 'its size is text ("size": "10")'],
    [null, 'it has no size'],
  ] as const)('size %o ends the run after the first volume', async ([size, words]) => {
    const result = await certifyBackend({ change: view(size) }, { runs: 3, extensions: 2, jobMs: 1_500 });
    expect(told(result)['operation.route']).toContain(words);
    expect([...idsWith(result, 'fail'), ...idsWith(result, 'pass')]).toEqual([]);
    expect(overallVerdict(result).class).toBe('broken');
    expect(result.ledger).toMatchObject({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('of nothing at all is no evidence of an effect', async () => {
    const observe = { volume: { path: '/nowhere/{volume_id}', at: '' }, job: null };
    const result = await certifyBackend({}, { jobMs: 1_500 }, { observe });
    unaccused(result);
    const rows = rowsOf(result);
    for (const id of ['effect.size', 'effect.absolute', 'effect.attributes', 'decimal.truncated']) {
      expect(rows[id]?.verdict.kind, id).toBe('inconclusive');
    }
    expect(rows['operation.route']?.verdict).toMatchObject({ kind: 'pass', evidence: 'response' });
  });
});

const unobserved = { observe: { volume: null, job: null } };

test('without observation, slow jobs do not make a right target look as if it did nothing', async () => {
  const result = await certifyBackend({ jobDelayMs: 400 }, { runs: 5, extensions: 2, jobMs: 1_500 }, unobserved);
  unaccused(result);
  expect(rowsOf(result)['operation.route']?.verdict.kind).toBe('pass');
  expect(rowsOf(result)['size.not-greater']?.verdict, JSON.stringify(told(result), null, 1)).toMatchObject({
    kind: 'pass',
    evidence: 'response',
  });
});

test('without observation, a target that never does anything is not taken for one that does', async () => {
  const result = await certifyBackend({ fault: 'success-without-effect' }, { runs: 3 }, unobserved);
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual([]);
});

test('a target that is not there could not run: its smoke test is broken, all else inconclusive', async () => {
  const result = await certifyAt({ url: 'http://127.0.0.1:9', states: 'http://127.0.0.1:9/states' });
  expect(idsWith(result, 'broken')).toEqual(['operation.route']);
  expect(told(result)['operation.route']).toMatch(/could not run: no contact with http:\/\/127.0.0.1:9: /);
  expect([...idsWith(result, 'pass'), ...idsWith(result, 'fail')]).toEqual([]);
  expect(overallVerdict(result).class).toBe('broken');
});
