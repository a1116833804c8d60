import { expect, test } from 'vitest';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyAt, certifyBackend, idsWith, startBackend, told } from '../bench.ts';
import { requirementIds, untested } from '../register.ts';

test('the conforming backend is certified, and every volume given back', async () => {
  const progress: [number, number][] = [];
  const result = await certifyBackend({}, { extensions: 12, onProgress: (done, of) => progress.push([done, of]) });
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
  expect(idsWith(result, 'not-applicable')).toEqual(Object.keys(untested));
  expect(overallVerdict(result).class).toBe('conformant');
  expect(result).toMatchObject({ interrupted: false, partial: false, remaining: 0, seed: 7 });
  expect(result.ledger.left).toEqual([]);
  expect(result.ledger.volumesReturned).toBe(result.ledger.volumesCreated);
  const done = progress.map(([cases]) => cases);
  expect(done).toEqual(done.toSorted((one, other) => one - other));
  expect(progress.every(([cases, of]) => cases <= of)).toBe(true);
  const [all, planned] = progress.at(-1) ?? [];
  expect(all).toBe(planned);
});

test('so is one behind a port, in real time', async () => {
  const { url, statesUrl, close, state } = await startBackend();
  const result = await certifyAt({ url, states: statesUrl }, { runs: 6 });
  await close();
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
  expect([state.volumes.size, result.ledger.left]).toEqual([0, []]);
});

test('nor is a slow one accused: answers after 15 ms, jobs after 300 ms', async () => {
  const result = await certifyBackend({ latency: 15, jobDelayMs: 300 }, { runs: 4, extensions: 3, concurrency: 32 });
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
});
