import { expect, test } from 'vitest';
import { type EarlierRun, failingSince } from '../../verdicts/trend.ts';
import { failed, result, rows } from '../reports/sample.ts';

const id = 'size.greater';
const now = result({ rows: rows({ [id]: failed }) });
const { url, project } = now.target;

const run = (day: string, verdict: EarlierRun['rows'][number]['verdict'], other: Partial<EarlierRun> = {}) => ({
  ...{ contract: 'extend-volume', target: { url, project }, startedAt: `2025-12-${day}T00:00:00.000Z` },
  ...{ rows: [{ id, verdict }] },
  ...other,
});

const since = (...history: readonly EarlierRun[]) => failingSince(now, history).get(id);

test('a row fails since the first failure of its unbroken row of them, in whatever order reports are found', () => {
  const history = [run('03', 'fail'), run('01', 'pass'), run('04', 'fail'), run('02', 'fail')];
  expect(since(...history)).toEqual({
    first: '2025-12-02T00:00:00.000Z',
    runs: 4,
    passed: '2025-12-01T00:00:00.000Z',
  });
});

test('runs that did not judge it neither end its failures nor count', () => {
  expect(since(run('03', 'inconclusive'), run('02', 'fail'), run('01', 'broken'))).toEqual({
    first: '2025-12-02T00:00:00.000Z',
    runs: 2,
    passed: null,
  });
});

test('one that passed before is new', () => {
  expect(since(run('03', 'pass'))).toEqual({ first: now.startedAt, runs: 1, passed: '2025-12-03T00:00:00.000Z' });
});

test('another contract, target, project or a later run is no history', () => {
  const later = { startedAt: '2027-01-01T00:00:00.000Z' };
  const other = [
    { contract: 'x' },
    { target: { url: 'https://x', project } },
    { target: { url, project: 'x' } },
    later,
  ];
  expect(since(...other.map((one) => run('01', 'fail', one)))).toBeUndefined();
});

test('rows that do not fail have none', () => {
  expect([...failingSince(result(), [run('01', 'fail')])]).toEqual([]);
});
