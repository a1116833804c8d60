import { test } from 'vitest';
import { type FaultId, faults } from '../../../backend/faults/index.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { certifyBackend, idsWith, rowsOf, told } from '../bench.ts';

/** For each fault a test: its requirement fails, nothing beyond what the fault names does, and by this counterexample. */
export function accuses(ids: readonly FaultId[]): void {
  test.concurrent.for(ids)('%s', async (id, { expect }) => {
    const { requirement, mayAlsoFail } = faults[id];
    const result = await certifyBackend({ fault: id }, { runs: 10, extensions: 3 });
    const allowed: readonly string[] = [requirement, ...mayAlsoFail];
    const failed = idsWith(result, 'fail');
    expect(failed, JSON.stringify(told(result), null, 1)).toContain(requirement);
    expect(failed.filter((one) => !allowed.includes(one)).map((one) => [one, told(result)[one]])).toEqual([]);
    expect(idsWith(result, 'broken')).toEqual([]);
    expect(result.remaining).toBe(0);
    expect(essence(rowsOf(result)[requirement], requirement)).toMatchSnapshot();
  });
}

/** A counterexample without what differs between two runs: ids and addresses, and how long was waited. */
function essence(row: ReturnType<typeof rowsOf>[string] | undefined, id: RequirementId) {
  if (row?.verdict.kind !== 'fail') throw new TypeError(`${id} did not fail`);
  const { case: sent, complaint, diagnosis } = row.verdict.counterexample;
  const { body, volume, servers } = sent;
  const said = complaint
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<="job_id":)\d+/g, 'ID')
    .replaceAll(/ for \d[\d.]* s\b/g, ' for SECONDS');
  return { complaint: said, body, volume, servers, ...(diagnosis === undefined ? {} : { diagnosis }) };
}
