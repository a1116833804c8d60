/** What the requirements have a request be, whatever their level: `open` where it may be accepted or refused. */
export type Expected = 'accept' | 'refuse' | 'open';

/** How many requests were accepted and how many refused. */
export interface Counts {
  readonly expected: Expected;
  readonly accepted: number;
  readonly refused: number;
  /** The requirements that fail by requests of this kind; absent where none does. */
  readonly fails?: readonly string[];
}

/** Requests of the documented body to plain volumes, by where the size stands. */
export interface SizePoint extends Counts {
  /** What the size is measured from: the volume's size, or the page's maximum. */
  readonly landmark: 'current' | 'maximum';
  /**
   * GB from the landmark: `-1`, `0`, `+1`; `+0.5` where the size was spelled with a fraction, of which only .0, .1 (below a
   * half), .5 and .9 (nine tenths and more) are told apart. `≤-3` and `≥+3` stand for all that is further off, `≥+3.x` for
   * fractions there.
   */
  readonly offset: string;
}

/**
 * Requests for a size that is right, by the state of the volume. Where an acceptance is expected, for a whole number that
 * every requirement has accepted: what becomes of others has requirements of its own.
 */
export interface StatePoint extends Counts {
  readonly status: string;
  readonly multiattach: boolean;
  /** The states of the servers that the volume is attached to, each once, in the order of the alphabet. */
  readonly servers: readonly string[];
}

/** How many of what a contract allows were sent and decided. */
interface Share {
  readonly reached: number;
  readonly of: number;
}

/**
 * Which circumstances of a case (the volume's state, history and size, the kind, fraction and form of the size that is asked
 * for, the body's form) a run brought together. Volumes are at least so large and so often extended as is said.
 */
export interface Coverage {
  readonly pairs: Share;
  /** Of the circumstances that requirements of level MUST speak of. */
  readonly triples: Share;
  /** The first few pairs that were not reached; a single circumstance where nothing was reached with it. */
  readonly missing: readonly string[];
}

/** Where a run was accepted and refused, in counts: a picture beside the verdicts, which rest on more than counts. */
export interface AcceptanceMap {
  /** By landmark and offset, the smallest first. */
  readonly sizes: readonly SizePoint[];
  /** By status, sharing and servers, in the order of the alphabet. */
  readonly states: readonly StatePoint[];
  /** States beyond those that are kept; those that are open are left out first. */
  readonly statesLeftOut: number;
  /** Absent where an operation has nothing to combine. */
  readonly interactions?: Coverage;
}

/** Whether a requirement fails by it: the pictures never accuse of more than the rows, nor of less. */
export function isAstray({ fails = [] }: Counts): boolean {
  return fails.length > 0;
}

/** Whether any answer was not the expected one, whatever the rows make of that. Of what is open, an acceptance may be none. */
export function isOff({ expected, accepted, refused }: Counts): boolean {
  return expected === 'accept' ? refused > 0 : accepted > 0;
}

/** Whether answers were not the expected ones, and no requirement fails by that size or state: it is another's doing, or did not show again. */
export function isDoubtful(counts: Counts): boolean {
  return isOff(counts) && counts.expected !== 'open' && !isAstray(counts);
}
