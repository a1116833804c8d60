import type { Subject } from './subject.ts';

/** The volumes of a run that nobody is working on: one serves many checks, one after the other. */
export interface Fleet {
  /** The first by this order of the idle volumes that fit; undefined where none does. */
  take(fits: Fits, order?: Order): Subject | undefined;
  /** Takes this very volume, as soon as nobody is working on it; false where it has left the fleet meanwhile. */
  claim(subject: Subject): Promise<boolean>;
  /** Gives a volume to whoever waits for it or for one like it, else keeps it. */
  put(subject: Subject): void;
  /** Says that somebody waits for a volume that fits. */
  want(fits: Fits): Want;
  /** Whether somebody waits for this volume, or for one like it. */
  isWanted(subject: Subject): boolean;
  /** Says that a volume does not come back. */
  remove(subject: Subject): void;
}

export type Fits = (subject: Subject) => boolean;

/** As for `sort`: negative where the first is better. */
export type Order = (one: Subject, other: Subject) => number;

export interface Want {
  /** Aborted when a volume has come. */
  readonly signal: AbortSignal;
  /** Ends the waiting; answers the volume that came, if one did. */
  end(): Subject | undefined;
}

interface Wanter {
  readonly fits: Fits;
  readonly give: (subject: Subject) => void;
}

/** An empty fleet. */
export function openFleet(): Fleet {
  const idle = new Set<Subject>();
  const gone = new WeakSet<Subject>();
  const wanters = new Set<Wanter>();
  const claims = new Map<Subject, Set<(mine: boolean) => void>>();

  /** Tells the first who claims a volume that it is his, or all that it is gone. */
  function answer(subject: Subject, mine: boolean): boolean {
    const waiting = claims.get(subject) ?? new Set();
    for (const tell of waiting) {
      waiting.delete(tell);
      tell(mine);
      if (mine) return true;
    }
    claims.delete(subject);
    return false;
  }

  return {
    take(fits, order = () => 0) {
      const [best] = [...idle].filter(fits).sort(order);
      if (best !== undefined) idle.delete(best);
      return best;
    },
    async claim(subject) {
      if (idle.delete(subject)) return true;
      if (gone.has(subject)) return false;
      const waiting = claims.get(subject) ?? new Set();
      claims.set(subject, waiting);
      return new Promise((resolve) => waiting.add(resolve));
    },
    put(subject) {
      if (answer(subject, true)) return;
      const wanter = [...wanters].find(({ fits }) => fits(subject));
      if (wanter === undefined) idle.add(subject);
      else {
        wanters.delete(wanter);
        wanter.give(subject);
      }
    },
    want(fits) {
      const came = new AbortController();
      let given: Subject | undefined;
      const wanter: Wanter = {
        fits,
        give(subject) {
          given = subject;
          came.abort();
        },
      };
      wanters.add(wanter);
      return {
        signal: came.signal,
        end() {
          wanters.delete(wanter);
          return given;
        },
      };
    },
    isWanted: (subject) => (claims.get(subject)?.size ?? 0) > 0 || [...wanters].some(({ fits }) => fits(subject)),
    remove(subject) {
      gone.add(subject);
      answer(subject, false);
    },
  };
}
