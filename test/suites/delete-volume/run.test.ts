import { describe, expect, test } from 'vitest';
import type { FaultId } from '../../../backend/faults/index.ts';
import { markdown } from '../../../reports/markdown.ts';
import { deletions } from '../../../selftest/variants/deletions.ts';
import { idsIn, type RequirementId, registers } from '../../../spec/requirements.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { judged, recorded } from '../../evidence/transcript/recorded.ts';
import { type BenchSettings, deletion, idsWith, told } from '../bench.ts';

const few: BenchSettings = { contract: deletion, runs: 3, extensions: 2 };
const ids = idsIn(registers['delete-volume']);

/** A run, which has to follow from its transcript. */
async function verified(...[options, settings, ...more]: Parameters<typeof recorded>) {
  const { result, text } = await recorded(options, { ...few, ...settings }, ...more);
  const { problems, result: again } = await judged(text, deletion);
  expect(problems).toEqual([]);
  expect(again.rows).toEqual(result.rows);
  // whatever is said of it speaks of a deletion
  const words = [told(result), result.rows.map(({ statement, notes }) => [statement, notes]), markdown(result)];
  expect(JSON.stringify(words).replace(/--extensions/g, '')).not.toMatch(/extension|extend(ed|ing)?\b|\bgr[eo]w/i);
  return result;
}

test('the reference backend is conformant by every row, and nothing of the run is left', async () => {
  const result = await verified({});
  expect(overallVerdict(result).class).toBe('conformant');
  expect(idsWith(result, 'pass')).toEqual(ids);
  expect(result.remaining).toBe(0);
  expect(result.ledger.left).toEqual([]);
  expect(result.ledger.volumesReturned).toBe(result.ledger.volumesCreated);
});

describe('a fault is caught by its row', () => {
  const caught: readonly (readonly [FaultId, RequirementId])[] = [
    ['delete-ignored', 'effect.deleted'],
    ['delete-ends-in-error', 'effect.deleted'],
    ['delete-neighbour-too', 'effect.others'],
    ['delete-neighbour-error', 'effect.others'],
    ['delete-despite-token', 'effect.refusal'],
    ['delete-success-too-early', 'job.truthful'],
    ['delete-job-stuck', 'job.reachable'],
    ['delete-again-500', 'delete.again'],
    ['delete-no-auth', 'auth.required'],
    ['delete-by-patch', 'path.method'],
  ];
  test.each(caught)('%s: %s', async (fault, requirement) => {
    const result = await verified({ fault });
    expect(idsWith(result, 'fail')).toContain(requirement);
    expect(idsWith(result, 'broken')).toEqual([]);
  });
});

describe('a right server that deletes otherwise is not accused', () => {
  const own = deletions.filter(({ front }) => front === undefined);
  test.each(own)('$id', async ({ backend = {}, limits }) => {
    const result = await verified(backend, limits);
    expect(overallVerdict(result).class).toBe('conformant');
  });
});

describe('of a run that is cut short', () => {
  test.each([10, 60, 150])('by an interruption after %i requests everything comes back', async (most) => {
    const stop = new AbortController();
    let count = 0;
    const result = await verified({}, { signal: stop.signal }, {}, () => {
      count += 1;
      if (count === most) stop.abort();
    });
    expect(result.interrupted).toBe(true);
    expect(result.remaining).toBe(0);
    expect(idsWith(result, 'fail')).toEqual([]);
    expect(overallVerdict(result).class).toBe('incomplete');
  });

  test('by a limit of volumes the rows that could not be judged say so', async () => {
    const result = await verified({}, { concurrency: 1 }, { allowance: { volumes: 8 } });
    expect(result.ledger.volumesCreated).toBeLessThanOrEqual(8);
    expect(result.remaining).toBe(0);
    expect(idsWith(result, 'fail')).toEqual([]);
    const reasons = result.rows.flatMap(({ verdict }) => (verdict.kind === 'inconclusive' ? [verdict.reason] : []));
    expect(reasons.join('\n')).toContain('budget: ');
    expect(overallVerdict(result).class).toBe('incomplete');
  });

  test('by a limit of volumes what was found stands', async () => {
    const result = await verified(
      { fault: 'delete-neighbour-too' },
      { concurrency: 1 },
      { allowance: { volumes: 12 } },
    );
    expect(idsWith(result, 'fail')).toContain('effect.others');
  });

  test('to some rows those alone are judged', async () => {
    const only: readonly RequirementId[] = ['operation.route', 'effect.deleted', 'job.truthful'];
    const result = await verified({}, { only });
    expect(idsWith(result, 'pass')).toEqual(only);
  });
});

test('where volumes cannot be read nobody is accused, and nothing is certified', async () => {
  const result = await verified({}, {}, { observe: { volume: null, job: null } });
  expect(idsWith(result, 'fail')).toEqual([]);
  expect(idsWith(result, 'pass')).not.toContain('effect.deleted');
});
