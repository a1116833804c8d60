/** What a run waits for: an extension to show, its job to end, a volume's state to come back, a moment to pass, a volume to be of use again. */
export type Awaited = 'size' | 'job' | 'state' | 'moment' | 'ready';

/** How long a run waits, in ms. */
export interface Patience {
  /** The time limit, whole: only then does waiting in vain prove anything. */
  readonly wholeMs: number;
  /** How long to wait for this now. */
  readonly ms: (what: Awaited) => number;
  /** Whether that is still the whole limit. */
  readonly isWhole: (what: Awaited) => boolean;
  /** Something was waited for in vain: later waits for the like are cut short. */
  readonly inVain: (what: Awaited) => void;
  /** An extension showed, or had ended, after so many ms. */
  readonly showed: (ms: number) => void;
}

/** A job that cannot be looked up may be so for a moment; a size of the server's own choice may pass. */
const momentMs = 5_000;

/**
 * The patience of one run: the whole limit until something was waited for in vain. What was waited for then has failed
 * its row already; every later wait is cut to what was seen to suffice, and its end proves nothing.
 */
export function openPatience(wholeMs: number): Patience {
  const cut = new Set<Awaited>();
  let slowest = 0;
  const whole = (what: Awaited): number => {
    if (what === 'moment') return Math.min(wholeMs / 2, momentMs);
    // another volume will do: what extensions were seen to take has to be enough
    return what === 'ready' ? Math.min(wholeMs, slowest === 0 ? momentMs : Math.max(500, slowest * 3)) : wholeMs;
  };
  const short: Record<Awaited, () => number> = {
    size: () => (slowest === 0 ? 150 : Math.max(500, slowest * 3)),
    state: () => Math.max(300, slowest * 3),
    job: () => 200,
    moment: () => 50,
    ready: () => 20,
  };
  return {
    wholeMs,
    ms: (what) => (cut.has(what) ? Math.min(whole(what), short[what]()) : whole(what)),
    isWhole: (what) => !cut.has(what),
    inVain: (what) => cut.add(what),
    showed(ms) {
      if (ms <= slowest) return;
      slowest = ms;
      // what was given up too soon is given more time
      cut.delete('ready');
    },
  };
}
