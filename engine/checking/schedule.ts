import type { RequirementId } from '../../spec/requirements.ts';
import type { Purpose } from '../stage.ts';

/** In which order the cases of a run are sent. */
export interface Schedule {
  /** Told the checks in the order in which they matter. */
  readonly begin: (order: readonly RequirementId[]) => void;
  /** Runs a check's next case in its turn, and tells which that is. */
  readonly take: <T>(check: RequirementId, purpose: Purpose, work: (turn: number) => Promise<T>) => Promise<T>;
  /** When the latest case of a check has its turn: one with a smaller number comes first. */
  readonly turnOf: (check: RequirementId) => number;
}

interface QueuedCase {
  readonly turn: number;
  readonly go: () => void;
}

/**
 * So many cases at once. Each check's most telling case comes before any check's second one, and so on: mistakes
 * show early, and no check is left for the end. A case that makes a failure smaller keeps the turn of that failure.
 */
export function openSchedule(atOnce: number): Schedule {
  const places = new Map<RequirementId, number>();
  const rounds = new Map<RequirementId, number>();
  const waiting: QueuedCase[] = [];
  let free = atOnce;
  // what comes before any check has begun is before them all
  const turnOf = (check: RequirementId): number => {
    const place = places.get(check);
    return place === undefined ? -1 : (rounds.get(check) ?? 0) * places.size + place;
  };

  function next(): void {
    const [first] = waiting.toSorted((one, other) => one.turn - other.turn);
    if (first === undefined || free === 0) return;
    waiting.splice(waiting.indexOf(first), 1);
    free -= 1;
    first.go();
  }

  return {
    begin(order) {
      for (const [at, id] of order.entries()) places.set(id, at);
    },
    async take(check, purpose, work) {
      const round = rounds.get(check);
      if (purpose !== 'smaller') rounds.set(check, round === undefined ? 0 : round + 1);
      const turn = turnOf(check);
      await new Promise<void>((go) => {
        waiting.push({ turn, go });
        next();
      });
      try {
        return await work(turn);
      } finally {
        free += 1;
        next();
      }
    },
    turnOf,
  };
}
