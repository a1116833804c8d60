import type { RequirementId } from '../../spec/requirements.ts';
import type { Clock } from '../../wire/clock.ts';

/** What a run waits for: an extension to show, its job to end, a volume's state to come back, a moment to pass, a volume to be of use again. */
export type Awaited = 'size' | 'job' | 'state' | 'moment' | 'ready';

/** What readings may accuse somebody of: an end that was not asked for, a refusal or a bystander that changed, what has to be kept. */
export type Suspicion = 'size' | 'refusal' | 'bystander' | 'kept';

/** How long a run waits, in ms. */
export interface Patience {
  /** The time limit, whole: only then does waiting in vain prove anything. */
  readonly wholeMs: number;
  /** How long to wait for this now. */
  readonly ms: (what: Awaited) => number;
  /** Whether that is still the whole limit. */
  readonly isWhole: (what: Awaited) => boolean;
  /**
   * How long a wait for this may take that began at `begun` (the clock's ms) and has to prove something. The whole limit,
   * until one such wait was in vain: those under way then get half of it more, and later ones none.
   */
  readonly proofMs: (what: Awaited, begun: number) => number;
  /** Something was waited for in vain, for so many ms: later waits for the like are cut short. */
  readonly inVain: (what: Awaited, waitedMs: number) => void;
  /** An extension showed, or had ended, after so many ms. */
  readonly showed: (ms: number) => void;
  /**
   * How long a suspicion has to stand before it counts: a full second, until one of its kind has stood so long for this check.
   * `isOld`: what was read is what the volume was before, as by a replica that is behind; that has to stand in full each time.
   */
  readonly standsMs: (of: Suspicion, check: RequirementId, isOld: boolean) => number;
  readonly stood: (of: Suspicion, check: RequirementId) => void;
  /** A reading of what a volume was before went back: some replica is behind, and luck may show it several times in a row. */
  readonly lagged: () => void;
}

/** What accuses has to stand so long, in ms, and in so many readings at least, without one that shows otherwise. */
const fullStandMs = 1_000;
const shortStandMs = 250;
export const leastReadings = 4;

/** A job that cannot be looked up may be so for a moment; a size of the server's own choice may pass. */
const momentMs = 5_000;

/**
 * The patience of one run: the whole limit until something was waited for in vain. What was waited for then has failed
 * its row already; every later wait is cut to what was seen to suffice, and its end proves nothing. So whatever is
 * wrong, a run waits for no more than one and a half limits in all.
 */
export function openPatience(wholeMs: number, clock: Clock): Patience {
  const cut = new Set<Awaited>();
  const known = new Set<string>();
  let slowest = 0;
  let isLagging = false;
  let vainAt: number | undefined;
  const enough = (): number => (slowest === 0 ? momentMs : Math.max(500, slowest * 3));
  const whole: Record<Awaited, () => number> = {
    size: () => wholeMs,
    state: () => wholeMs,
    // what a job does after its volume has grown matters to one requirement alone, which proves it
    job: () => Math.min(wholeMs, Math.max(momentMs, slowest * 3)),
    moment: () => Math.min(wholeMs / 2, momentMs),
    // another volume will do: what extensions were seen to take has to be enough
    ready: () => Math.min(wholeMs, enough()),
  };
  const short: Record<Awaited, () => number> = {
    size: () => (slowest === 0 ? 150 : Math.max(500, slowest * 3)),
    state: () => Math.max(300, slowest * 3),
    job: () => 200,
    moment: () => 50,
    ready: () => 20,
  };
  const isSpent = (what: Awaited): boolean => cut.has(what) || (vainAt !== undefined && whole[what]() === wholeMs);
  const ms = (what: Awaited): number => (isSpent(what) ? Math.min(whole[what](), short[what]()) : whole[what]());
  return {
    wholeMs,
    ms,
    isWhole: (what) => !isSpent(what),
    proofMs(what, begun) {
      if (vainAt === undefined) return wholeMs;
      return begun < vainAt ? Math.min(wholeMs, vainAt + wholeMs / 2 - begun) : ms(what);
    },
    inVain(what, waitedMs) {
      cut.add(what);
      if (waitedMs >= wholeMs && what !== 'ready' && what !== 'moment') vainAt ??= clock.now();
    },
    showed(shownMs) {
      if (shownMs <= slowest) return;
      slowest = shownMs;
      // what was given up too soon is given more time
      cut.delete('ready');
    },
    standsMs(of, check, isOld) {
      if (isOld && isLagging) return momentMs;
      return isOld || !known.has(`${of} ${check}`) ? fullStandMs : shortStandMs;
    },
    lagged() {
      isLagging = true;
    },
    stood: (of, check) => known.add(`${of} ${check}`),
  };
}
