import { type AcceptanceMap, type Counts, isAstray, isDoubtful, type StatePoint } from '../verdicts/acceptance-map.ts';

/**
 * A line of the grid of states: states with the same result that differ in one thing, the volume's status or the
 * servers'.
 */
export interface StateLine {
  readonly statuses: readonly string[];
  /** Sets of server states; none for volumes without a server. */
  readonly servers: readonly (readonly string[])[];
  /** Undefined if there was no such request. */
  readonly unshared: Counts | undefined;
  readonly shared: Counts | undefined;
}

/**
 * The grid of states: unexpected results first, each in a line of its own, then expected ones, then those that may be
 * either way.
 */
export function stateLines({ states }: AcceptanceMap): readonly StateLine[] {
  const cells = new Map<string, StateLine>();
  for (const point of states) {
    const key = JSON.stringify([point.status, point.servers]);
    cells.set(key, join(cells.get(key), lineOf(point)));
  }
  const merged = new Map<string, StateLine>();
  for (const [key, line] of cells) {
    const alike = [line.unshared, line.shared].map((counts) => counts && [counts.expected, counts.accepted > 0]);
    const subject = line.servers.length === 0 ? [] : line.statuses;
    const mixed = [line.unshared, line.shared].some(
      (counts) => counts && (isDoubtful(counts) || (counts.accepted > 0 && counts.refused > 0)),
    );
    const name = isAstrayLine(line) || mixed ? key : JSON.stringify([subject, alike]);
    merged.set(name, join(merged.get(name), line));
  }
  return [...merged.values()].sort((one, other) => weight(one) - weight(other));
}

function weight(line: StateLine): number {
  if (isAstrayLine(line)) return 0;
  return [line.unshared, line.shared].some((counts) => counts !== undefined && counts.expected !== 'open') ? 1 : 2;
}

/** Whether a requirement fails by a cell of the line. */
function isAstrayLine({ unshared, shared }: StateLine): boolean {
  return [unshared, shared].some((counts) => counts !== undefined && isAstray(counts));
}

function lineOf(point: StatePoint): StateLine {
  return {
    statuses: [point.status],
    servers: point.servers.length === 0 ? [] : [point.servers],
    unshared: point.multiattach ? undefined : point,
    shared: point.multiattach ? point : undefined,
  };
}

function join(one: StateLine | undefined, other: StateLine): StateLine {
  if (one === undefined) return other;
  return {
    statuses: [...new Set([...one.statuses, ...other.statuses])],
    servers: [...new Map([...one.servers, ...other.servers].map((set) => [set.join(' '), set])).values()],
    unshared: sum(one.unshared, other.unshared),
    shared: sum(one.shared, other.shared),
  };
}

function sum(one: Counts | undefined, other: Counts | undefined): Counts | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const { expected } = one;
  const fails = [...new Set([...(one.fails ?? []), ...(other.fails ?? [])])];
  const counts = { expected, accepted: one.accepted + other.accepted, refused: one.refused + other.refused };
  return fails.length === 0 ? counts : { ...counts, fails };
}
