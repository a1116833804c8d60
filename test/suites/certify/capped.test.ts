import { expect, test } from 'vitest';
import type { FaultId } from '../../../backend/faults/index.ts';
import type { TargetOptions } from '../../../targets/open.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyBackend, idsWith, told } from '../bench.ts';

const certifyWithin = (allowance: TargetOptions['allowance'], fault?: FaultId) =>
  certifyBackend({ fault }, { runs: 6, extensions: 2, concurrency: 1 }, { allowance });

test('with few volumes a run says what it can, and why not the rest', async () => {
  const result = await certifyWithin({ volumes: 12 });
  expect(result.ledger.volumesCreated).toBe(12);
  expect(result.remaining).toBe(0);
  expect(idsWith(result, 'fail')).toEqual([]);
  expect(idsWith(result, 'pass').length, JSON.stringify(told(result), null, 1)).toBeGreaterThan(20);
  expect(Object.values(told(result)).filter((text) => text.includes('budget:')).length).toBeGreaterThan(0);
  expect(overallVerdict(result).class).toBe('incomplete');
});

test('no request more than allowed is sent, and every volume comes back', async () => {
  const result = await certifyWithin({ requests: 150 });
  expect(result.ledger.requests).toBeLessThanOrEqual(150);
  expect(result.remaining).toBe(0);
  expect(idsWith(result, 'fail')).toEqual([]);
  expect(overallVerdict(result).class).toBe('incomplete');
  expect(Object.values(told(result)).join('\n')).toContain('budget: all requests that --max-requests allows were sent');
});

test('what is found before a limit is reached stands', async () => {
  const result = await certifyWithin({ requests: 400 }, 'status-202');
  expect(idsWith(result, 'fail')).toContain('response.success-status');
  expect(overallVerdict(result).class).toBe('non-conformant');
});
