import { describe, expect, test } from 'vitest';
import { nowhere } from '../../../targets/providers/nowhere.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { withSetUps } from '../../targets/set-ups.ts';
import { certifyBackend, idsWith, rowsOf, told } from '../bench.ts';

test('--only leaves the others "not selected", whatever ran beside it', async () => {
  const only = ['size.not-greater', 'response.error-envelope'] as const;
  const result = await certifyBackend({ fault: 'status-202' }, { only });
  expect(result.partial).toBe(true);
  expect(idsWith(result, 'pass')).toEqual(only);
  expect(idsWith(result, 'fail')).toEqual([]);
  const others = result.rows.filter(({ id }) => !only.some((one) => one === id) && !id.startsWith('meta.'));
  expect(new Set(others.map(({ id }) => told(result)[id]))).toEqual(new Set(['inconclusive: not selected']));
  expect(overallVerdict(result).class).toBe('incomplete');
});

test('a run of everything by name is partial all the same', async () => {
  const result = await certifyBackend({}, { only: ['operation.route'] });
  expect(idsWith(result, 'pass')).toEqual(['operation.route']);
  expect(overallVerdict(result).class).toBe('incomplete');
});

test.each([1, 7, 20])('an abort after %i checks gives every volume back, and keeps what was found', async (checks) => {
  const controller = new AbortController();
  const onProgress = (done: number): void => {
    if (done === checks) controller.abort();
  };
  const result = await certifyBackend({}, { signal: controller.signal, onProgress });
  expect(result).toMatchObject({ interrupted: true, partial: true, remaining: 0 });
  expect(result.ledger.left).toEqual([]);
  expect(result.ledger.volumesReturned).toBe(result.ledger.volumesCreated);
  expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')], JSON.stringify(told(result), null, 1)).toEqual([]);
  expect(Object.values(told(result))).toContain('inconclusive: interrupted');
  expect(overallVerdict(result).class).toBe('incomplete');
});

test('a run that is aborted before it begins has no verdict', async () => {
  const result = await certifyBackend({}, { signal: AbortSignal.abort() });
  expect(result).toMatchObject({ interrupted: true, remaining: 0 });
  expect([...idsWith(result, 'pass'), ...idsWith(result, 'fail'), ...idsWith(result, 'broken')]).toEqual([]);
});

test('without a provider of volumes nothing can be told, and every row says why', async () => {
  const result = await certifyBackend({}, {}, { states: undefined });
  const { reason } = (await withSetUps(nowhere).obtain({ size: 10, status: 'x', multiattach: false, servers: [] })) as {
    reason: string;
  };
  const rows = result.rows.filter(({ level }) => level !== 'none');
  for (const { id, verdict } of rows) {
    expect(verdict.kind, id).toBe('inconclusive');
    const said = told(result)[id] ?? '';
    if (!said.includes('no request of the run')) expect(said).toContain(reason);
  }
  expect(overallVerdict(result).class).toBe('incomplete');
  expect(result.ledger.volumesCreated).toBe(0);
});

test('without observation acceptance is graded by the answer alone, and effects cannot be told', async () => {
  const result = await certifyBackend({}, {}, { observe: { volume: null, job: null } });
  const rows = rowsOf(result);
  expect(rows['operation.route']?.verdict).toMatchObject({ kind: 'pass', evidence: 'response' });
  expect(told(result)['effect.size']).toBe('inconclusive: volumes cannot be read back here');
  expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')], JSON.stringify(told(result), null, 1)).toEqual([]);
  expect(overallVerdict(result).class).toBe('incomplete');
});

describe('the same seed', () => {
  test.concurrent.for(['decimal-round', 'type-error-flat'] as const)(
    'finds the same, one by one and side by side: %s',
    async (fault, { expect }) => {
      const seen = async (concurrency: number) => {
        const { rows } = await certifyBackend({ fault }, { concurrency, seed: 4711 });
        return rows.map(({ id, verdict }) => {
          if (verdict.kind !== 'fail') return [id, verdict.kind];
          const { body, volume, servers } = verdict.counterexample.case;
          return [id, verdict.kind, verdict.counterexample.complaint, body, volume, servers];
        });
      };
      const [alone, together] = await Promise.all([seen(1), seen(8)]);
      expect(together).toEqual(alone);
    },
  );
});
