/** How long a run waits. Limits are ms. */
export interface Patience {
  /** How long an extension may take to show. */
  readonly limitMs: () => number;
  /** Whether the limit is still the whole one: only then does waiting in vain prove anything. */
  readonly whole: () => boolean;
  /** How long a job may stay unknown, or a size of its own choice stand, before that counts as the end. */
  readonly momentMs: () => number;
  /** How long a job may take to end once the size is there. */
  readonly jobLimitMs: () => number;
  /** An extension was waited for in vain. */
  readonly inVain: () => void;
  /** A job was waited for in vain. */
  readonly jobInVain: () => void;
  /** A moment passed in vain. */
  readonly momentInVain: () => void;
  /** An extension showed after so long. */
  readonly showed: (ms: number) => void;
}

/** A job that cannot be looked up yet may be so for a moment (requirements, "not to be failed"). */
const momentMs = 5_000;

/**
 * The patience of one run: the whole limit until something was waited for in vain. What was waited for then has failed
 * its row already; every later wait is cut to a multiple of what was seen to suffice, and its end proves nothing.
 */
export function openPatience(wholeMs: number): Patience {
  let cut = false;
  let momentCut = false;
  let jobCut = false;
  let slowest = 0;
  return {
    limitMs: () => (cut ? Math.min(wholeMs, Math.max(500, slowest * 3)) : wholeMs),
    whole: () => !cut,
    jobLimitMs: () => (jobCut ? Math.min(wholeMs, 200) : wholeMs),
    jobInVain() {
      jobCut = true;
    },
    momentMs: () => Math.min(wholeMs / 2, momentCut ? 50 : momentMs),
    inVain() {
      cut = true;
    },
    momentInVain() {
      momentCut = true;
    },
    showed(ms) {
      slowest = Math.max(slowest, ms);
    },
  };
}
