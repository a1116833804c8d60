import type { FailedRow } from './rows.ts';

/** The parts in which two answers of one kind differ: ids and times. */
const passing = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}|\d{4}-\d\d-\d\dT[\d:.]+/gi;

/**
 * Failures grouped by their answer, in the order of the first ones: equal answers may be due to one mistake. Successes
 * belong together only if the same request went to a volume in the same state, because every accepted request is
 * answered alike.
 */
export function alike(failures: readonly FailedRow[]): readonly (readonly [FailedRow, ...FailedRow[]])[] {
  const groups = new Map<string, [FailedRow, ...FailedRow[]]>();
  for (const failure of failures) {
    const key = keyOf(failure);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [failure]);
    else group.push(failure);
  }
  return [...groups.values()];
}

function keyOf({ found }: FailedRow): string {
  const { request, response, case: sent } = found;
  if (response === null) return '';
  const { status, body } = response;
  const { volume, servers, history } = sent;
  const asked = status < 400 ? [request.method, request.body, volume, servers, history] : [];
  return JSON.stringify([status, body.replace(passing, ''), ...asked]);
}
