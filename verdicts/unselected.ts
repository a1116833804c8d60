import type { Result, Row } from './result.ts';
import type { VerdictKind } from './verdict.ts';

/** Why a row has no verdict that a smoke run does not try. */
export const notInSmoke = 'not part of a smoke run';

/** Why a row has no verdict that `--only` leaves out. */
export const notSelected = 'not selected';

/** Whether a row was meant to be judged. */
export const isSelected = ({ level, verdict }: Row): boolean =>
  level !== 'none' && !('reason' in verdict && (verdict.reason === notInSmoke || verdict.reason === notSelected));

/** What a run of a part of the requirements came to, for its headline; none where all of them were selected. */
export function partInWords({ rows, operation, smoke }: Result): readonly string[] {
  const own = rows.filter(isSelected);
  if (own.length === rows.filter(({ level }) => level !== 'none').length && !smoke) return [];
  const of = (kind: VerdictKind): readonly Row[] => own.filter(({ verdict }) => verdict.kind === kind);
  const what = smoke ? 'smoke' : `--only: ${own.length} selected,`;
  if (of('fail').length > 0) return [`${what} ${smoke ? 'failed' : `${of('fail').length} failed`}`];
  const isServed = !smoke || of('pass').some(({ id }) => id === operation.smokeTest);
  const open = of('inconclusive');
  if (!isServed || of('broken').length > 0 || of('pass').length === 0) return [`${what} not judged`];
  const passed = smoke || own.length === 1 ? 'passed' : 'all passed';
  return open.length === 0 ? [`${what} ${passed}`] : [`${what} passed, but for ${idsOf(open)}`];
}

/** As many ids as fit a line; the report lists them all. */
const named = 5;

/** MUST rows first, for they decide; the others say their level, because a failure there costs nothing. */
export function idsOf(rows: readonly Row[]): string {
  const musts = rows.filter((row) => row.level === 'MUST').map((row) => row.id);
  const others = rows.filter((row) => row.level !== 'MUST').map((row) => `${row.id}, ${row.level}`);
  const all = [...musts, ...others];
  const shown = all.slice(0, named).join('; ');
  return all.length > named ? `${shown}; and ${all.length - named} more` : shown;
}

/** Whether `idsOf` leaves some of them out. */
export const areMany = (rows: readonly Row[]): boolean => rows.length > named;
