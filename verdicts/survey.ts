/** What the contract has a request be: `open` where it may be accepted or refused. */
export type Expected = 'accept' | 'refuse' | 'open';

/** How many requests were accepted and how many refused. */
export interface Counts {
  readonly expected: Expected;
  readonly accepted: number;
  readonly refused: number;
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

/** Requests for a size that is right, by the state of the volume. */
export interface StatePoint extends Counts {
  readonly status: string;
  readonly multiattach: boolean;
  /** The states of the servers that the volume is attached to, each once, in the order of the alphabet. */
  readonly servers: readonly string[];
}

/** Where a run was accepted and refused, in counts: a picture beside the verdicts, which rest on more than counts. */
export interface Survey {
  /** By landmark and offset, the smallest first. */
  readonly sizes: readonly SizePoint[];
  /** By status, sharing and servers, in the order of the alphabet. */
  readonly states: readonly StatePoint[];
  /** States beyond those that are kept; those that are open are left out first. */
  readonly statesLeftOut: number;
}

/** Whether any answer was not as expected. */
export function isAstray({ expected, accepted, refused }: Counts): boolean {
  return (expected === 'accept' && refused > 0) || (expected === 'refuse' && accepted > 0);
}
