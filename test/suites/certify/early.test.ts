import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../../backend/backend.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { judged, recorded } from '../../evidence/transcript/recorded.ts';
import { type BenchSettings, certifyBackend, type committed, deletion, idsWith, told } from '../bench.ts';

/** A run whose transcript comes to the very same. */
async function verified(options: BackendOptions, settings: BenchSettings & { readonly contract?: typeof committed }) {
  const { result, text } = await recorded(options, { runs: 12, extensions: 3, ...settings });
  const { problems, result: again } = await judged(text, settings.contract);
  expect(problems).toEqual([]);
  expect(again.rows).toEqual(result.rows);
  expect(overallVerdict(again)).toEqual(overallVerdict(result));
  return result;
}

const failFast = { failFast: { expected: [] } };

describe('--fail-fast', () => {
  test('stops at the first MUST that fails, and says of what was not judged why', async () => {
    const whole = await certifyBackend({ fault: 'accepts-equal' }, { runs: 12, extensions: 3 });
    const result = await verified({ fault: 'accepts-equal' }, { stops: failFast });
    expect(idsWith(result, 'fail')).toEqual(['size.not-greater']);
    expect(result.ledger.requests).toBeLessThan(whole.ledger.requests * 0.8);
    expect(result.stopped).toBe('stopped: size.not-greater fails, and --fail-fast is given');
    expect(told(result)['auth.required']).toBe(`inconclusive: ${result.stopped}`);
    expect(overallVerdict(result).class).toBe('non-conformant');
    expect(overallVerdict(result).headline).toContain(`; ${result.stopped}`);
    expect(result.ledger.left).toEqual([]);
  });

  test('shows what any answer shows as small as a whole run does', async () => {
    const result = await verified({ fault: 'status-202' }, { stops: failFast });
    expect(idsWith(result, 'fail')).toEqual(['response.success-status']);
    expect(result.ledger.requests).toBeLessThan(40);
  });

  test('stops at the same place by the same seed', async () => {
    const runs = [1, 2].map(() => certifyBackend({ fault: 'active-refused' }, { runs: 12, stops: failFast }));
    const [one, two] = await Promise.all(runs);
    expect(one?.stopped).toBe('stopped: state.in-use fails, and --fail-fast is given');
    expect(two?.stopped).toBe(one?.stopped);
    expect(two?.ledger.requests).toBe(one?.ledger.requests);
  });

  test('goes on where only what is expected fails, or a SHOULD', async () => {
    const expected = { failFast: { expected: ['size.not-greater'] } };
    const known = await verified({ fault: 'accepts-equal' }, { stops: expected });
    expect(known.stopped).toBeNull();
    expect(told(known)['auth.required']).toBe('pass');
    const should = await verified({ fault: 'array-500' }, { stops: failFast });
    expect(should.stopped).toBeNull();
    expect(idsWith(should, 'fail')).toEqual(['response.client-error']);
  });
});

describe('--max-time', () => {
  test('leaves what is not judged inconclusive, and nothing behind', async () => {
    const result = await verified({ jobDelayMs: 1_000 }, { stops: { maxMs: 20_000 }, concurrency: 1 });
    expect(result.durationMs).toBeGreaterThanOrEqual(20_000);
    expect(result.durationMs).toBeLessThan(25_000);
    expect(result.stopped).toBe('stopped: the 20 s of --max-time are over');
    expect(idsWith(result, 'pass')).toContain('operation.route');
    expect(idsWith(result, 'fail')).toEqual([]);
    expect(told(result)['auth.required']).toBe(`inconclusive: ${result.stopped}`);
    const { class: verdict, headline } = overallVerdict(result);
    expect(verdict).toBe('incomplete');
    expect(headline).toMatch(/--max-time 20; stopped: the 20 s of --max-time are over$/);
    expect(result.ledger.left).toEqual([]);
  });

  test('changes nothing where the time suffices', async () => {
    const result = await verified({}, { stops: { maxMs: 3_600_000 } });
    expect(result.stopped).toBeNull();
    expect(overallVerdict(result).class).toBe('conformant');
  });
});

describe('a smoke run', () => {
  const requestsOf = ({ ledger }: { readonly ledger: { requests: number; volumesCreated: number } }): number =>
    ledger.requests + 2 * ledger.volumesCreated;

  test('judges the strongest requirements in sixty requests and a twentieth of the time', async () => {
    const whole = await certifyBackend({}, { runs: 100, extensions: 12, concurrency: 12 });
    const result = await verified({}, { smoke: true });
    expect(requestsOf(result)).toBeLessThanOrEqual(60);
    expect(result.durationMs).toBeLessThan(Math.max(500, whole.durationMs / 20));
    expect(idsWith(result, 'pass')).toEqual(
      expect.arrayContaining(['operation.route', 'size.not-greater', 'decimal.truncated', 'state.in-use']),
    );
    expect(told(result)['size.maximum']).toBe('inconclusive: not part of a smoke run');
    const { class: verdict, headline } = overallVerdict(result);
    expect(verdict).toBe('incomplete');
    expect(headline).toMatch(/^incomplete \(smoke passed\): .*, budget --smoke$/);
  });

  test.each([300, 5_000, 50_000])('needs no more of a service whose jobs take %i ms', async (jobDelayMs) => {
    const result = await verified({ jobDelayMs }, { smoke: true });
    expect(requestsOf(result)).toBeLessThanOrEqual(60);
    expect(overallVerdict(result).headline).toMatch(/^incomplete \(smoke passed\)/);
  });

  test('is made of a deletion as well', async () => {
    const result = await verified({}, { smoke: true, contract: deletion });
    expect(requestsOf(result)).toBeLessThanOrEqual(60);
    expect(overallVerdict(result).headline).toMatch(/^incomplete \(smoke passed\)/);
    const faulty = await verified({ fault: 'delete-ignored' }, { smoke: true, contract: deletion });
    expect(idsWith(faulty, 'fail')).toContain('effect.deleted');
  });

  test.each([
    ['accepts-equal', 'size.not-greater'],
    ['decimal-round', 'decimal.truncated'],
    ['active-refused', 'state.in-use'],
    ['increment', 'effect.absolute'],
    ['rounds-to-eight', 'effect.size'],
    ['status-202', 'response.success-status'],
  ] as const)('catches %s by %s', async (fault, row) => {
    const result = await verified({ fault }, { smoke: true });
    expect(idsWith(result, 'fail')).toEqual([row]);
    expect(overallVerdict(result).class).toBe('non-conformant');
    expect(overallVerdict(result).headline).toMatch(/^non-conformant \(smoke failed\)/);
    expect(requestsOf(result)).toBeLessThanOrEqual(60);
  });

  test('blames no row for what happens to other volumes', async () => {
    for (const fault of ['all-volumes', 'same-size-volumes'] as const)
      expect(idsWith(await verified({ fault }, { smoke: true }), 'fail')).toEqual([]);
  });
});
